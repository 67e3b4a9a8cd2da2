import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/**
 * Gives roles to users who were just added, so that nothing remembered of them is wrong. For the operator alone: whose
 * rights suffice is not asked.
 */
@Injectable()
export class AssignRolesToNewUsers {
  constructor(
    private readonly assignments: RoleAssignmentRepository,
    private readonly changes: AuthorizationChanges,
  ) {}

  async execute(given: readonly { readonly userId: string; readonly roleId: string }[]): Promise<void> {
    if (given.length === 0) return;
    await this.assignments.insertMany(given);
    await this.changes.note('user', [...new Set(given.map(({ userId }) => userId))]);
  }
}
