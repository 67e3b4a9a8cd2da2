import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import type { RowResult } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { AssignableRole } from '../assignable-role.js';
import { SUPERUSER } from '../built-in-roles.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/** Takes a role from many users at once. */
@Injectable()
export class RevokeRoleFromUsers {
  constructor(
    private readonly assignable: AssignableRole,
    private readonly assignments: RoleAssignmentRepository,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns for each user, in the order given, whether it was taken from them
   * @throws AppError `not_found` for the role, `escalation_refused`, `last_superuser`
   */
  @Transactional()
  async execute(roleId: string, userIds: readonly string[]): Promise<RowResult[]> {
    const role = await this.assignable.lockToTake(roleId);
    const oneself = role.name === SUPERUSER ? this.context.actor?.userId : undefined;
    const before = await this.assignments.deleteOfUsers(
      [roleId],
      userIds.filter((userId) => userId !== oneself),
    );
    const taken = new Set(before.map(({ userId }) => userId));
    if (role.name === SUPERUSER) await this.access.assertSuperuserRemains();
    await this.changes.note('user', [...taken]);
    await this.audit.execute({
      action: 'role.revoked_from_users',
      subjectType: 'role',
      subjectId: roleId,
      concerns: before.map(({ userId }) => ({ subjectType: 'user', subjectId: userId })),
      before: { role: role.name, assignments: before },
    });
    return userIds.map((userId) => {
      if (taken.has(userId)) return { userId, done: true };
      const error =
        userId === oneself
          ? ({ code: 'conflict', detail: 'Nobody takes away their own superuser role.' } as const)
          : ({ code: 'not_found', detail: 'The user does not have the role.' } as const);
      return { userId, done: false, error };
    });
  }
}
