import { Injectable } from '@nestjs/common';
import { AuthorizationChanges, PermissionCatalogue } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { builtInRoles } from '../built-in-roles.js';
import { SeedRepository } from '../seed.repository.js';
import { OWN_SERVICE } from '../service-catalogue.js';

/** Makes sure that the built-in roles and the service's own resources and permissions exist. May be repeated. */
@Injectable()
export class SeedBuiltIns {
  constructor(
    private readonly catalogue: PermissionCatalogue,
    private readonly seed: SeedRepository,
    private readonly changes: AuthorizationChanges,
  ) {}

  @Transactional()
  async execute(): Promise<void> {
    await this.changes.serialize();
    let registered = 0;
    for (const resource of this.catalogue.resources) {
      registered += await this.seed.ensureResource(resource, OWN_SERVICE);
    }
    if (registered > 0) await this.changes.note('catalogue');
    for (const role of builtInRoles) await this.changes.note('role', await this.seed.ensureRole(role));
  }
}
