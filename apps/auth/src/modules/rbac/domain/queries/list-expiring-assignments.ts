import { Injectable } from '@nestjs/common';
import type { ExpiringAssignment } from '../rbac.view.js';
import { RoleHoldingRepository } from '../role-holding.repository.js';

/** Lists the roles that users and teams hold now and lose within some days, the next to go first. */
@Injectable()
export class ListExpiringAssignments {
  constructor(private readonly holdings: RoleHoldingRepository) {}

  execute(days: number, limit: number): Promise<ExpiringAssignment[]> {
    return this.holdings.listExpiring(days, limit);
  }
}
