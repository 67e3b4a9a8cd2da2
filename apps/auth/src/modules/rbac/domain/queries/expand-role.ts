import { Injectable } from '@nestjs/common';
import { isWildcard, PermissionSet } from '@auth-service/authorization';
import { assertThat } from '../../../../core/errors/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import { RoleRepository } from '../role.repository.js';

/** All that a role brings, its wildcards replaced by what they stand for now. */
@Injectable()
export class ExpandRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly catalogue: CatalogueRepository,
  ) {}

  /** @throws AppError `not_found` */
  async execute(roleId: string): Promise<PermissionSet> {
    const role = await this.roles.findView(roleId);
    assertThat(role !== null, 'not_found');
    const needsCatalogue = role.permissions.some(isWildcard);
    return PermissionSet.expand(role.permissions, needsCatalogue ? await this.catalogue.allNames() : []);
  }
}
