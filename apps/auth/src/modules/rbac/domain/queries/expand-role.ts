import { Injectable } from '@nestjs/common';
import { isWildcard, PermissionSet } from '@auth-service/authorization';
import { AppError } from '../../../../core/errors/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import { RoleRepository } from '../role.repository.js';

/** All that roles bring, what they inherit included, wildcards replaced by what they stand for now. */
@Injectable()
export class ExpandRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly catalogue: CatalogueRepository,
  ) {}

  /**
   * @param field - where the caller named them
   * @throws AppError `not_found`
   */
  async execute(roleIds: readonly string[], field = 'roleId'): Promise<PermissionSet> {
    const names = await this.roles.namesOf(roleIds);
    const unknown = roleIds.filter((roleId) => !names.has(roleId));
    if (unknown.length > 0)
      throw AppError.forField('not_found', field, `There is no role ${unknown.join(', ')}.`);
    const grants = await this.roles.listGrants(roleIds);
    return PermissionSet.expand(grants, grants.some(isWildcard) ? await this.catalogue.allNames() : []);
  }
}
