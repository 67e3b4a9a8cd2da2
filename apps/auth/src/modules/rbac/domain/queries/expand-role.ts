import { Injectable } from '@nestjs/common';
import { isWildcard, PermissionSet } from '@auth-service/authorization';
import { assertThat } from '../../../../core/errors/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import { RoleRepository } from '../role.repository.js';

/** All that roles bring, what they inherit included, wildcards replaced by what they stand for now. */
@Injectable()
export class ExpandRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly catalogue: CatalogueRepository,
  ) {}

  /** @throws AppError `not_found` */
  async execute(...roleIds: readonly string[]): Promise<PermissionSet> {
    assertThat((await this.roles.namesOf(roleIds)).size === new Set(roleIds).size, 'not_found');
    const grants = await this.roles.listGrants(roleIds);
    return PermissionSet.expand(grants, grants.some(isWildcard) ? await this.catalogue.allNames() : []);
  }
}
