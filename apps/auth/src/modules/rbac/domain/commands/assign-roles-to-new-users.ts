import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { AssignableRole } from '../assignable-role.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/** Gives roles to users who were just added, so that nothing remembered of them is wrong. */
@Injectable()
export class AssignRolesToNewUsers {
  constructor(
    private readonly assignable: AssignableRole,
    private readonly assignments: RoleAssignmentRepository,
    private readonly changes: AuthorizationChanges,
  ) {}

  /** @throws AppError `escalation_refused` when any of them brings too much */
  async execute(given: readonly { readonly userId: string; readonly roleId: string }[]): Promise<void> {
    if (given.length === 0) return;
    await this.assignable.lockAll([...new Set(given.map(({ roleId }) => roleId))]);
    await this.assignments.insertMany(given);
    await this.changes.note('user', [...new Set(given.map(({ userId }) => userId))]);
  }
}
