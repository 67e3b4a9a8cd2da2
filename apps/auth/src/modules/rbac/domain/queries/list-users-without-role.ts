import { Injectable } from '@nestjs/common';
import type { RolelessUser } from '../rbac.view.js';
import { RoleHoldingRepository } from '../role-holding.repository.js';

/** Lists the active users who have no role of their own and none by a team, the newest first. */
@Injectable()
export class ListUsersWithoutRole {
  constructor(private readonly holdings: RoleHoldingRepository) {}

  execute(limit: number): Promise<RolelessUser[]> {
    return this.holdings.listUsersWithoutRole(limit);
  }
}
