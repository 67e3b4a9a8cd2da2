import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, refused } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GetUser } from '../../../user/index.js';
import { AssignableRole } from '../assignable-role.js';
import { auditedAssignments } from '../audited-assignment.js';
import { SUPERUSER } from '../built-in-roles.js';
import { ownSuperuserRefused } from '../own-superuser.js';
import type { RoleRowResult } from '../rbac.view.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/** Takes many roles from a user at once. */
@Injectable()
export class RevokeRolesFromUser {
  constructor(
    private readonly assignable: AssignableRole,
    private readonly assignments: RoleAssignmentRepository,
    private readonly getUser: GetUser,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns for each role, in the order given, whether it was taken
   * @throws AppError `not_found` for the user, `escalation_refused`, `last_superuser`
   */
  @Transactional()
  async execute(userId: string, roleIds: readonly string[]): Promise<RoleRowResult[]> {
    const roles = await this.assignable.lockAllToTake(roleIds);
    await this.getUser.execute(userId);
    const superuser = roles.find(({ name }) => name === SUPERUSER)?.id;
    const own = this.context.actor?.userId === userId ? superuser : undefined;
    const before = await this.assignments.deleteOfUsers(
      roleIds.filter((roleId) => roleId !== own),
      [userId],
    );
    if (superuser !== undefined) await this.access.assertSuperuserRemains();
    await this.changes.note('user', [userId]);
    await this.audit.execute({
      action: 'user.roles_revoked',
      subjectType: 'user',
      subjectId: userId,
      concerns: before.map(({ roleId }) => ({ subjectType: 'role', subjectId: roleId })),
      before: auditedAssignments(roles, before),
    });
    const taken = new Set(before.map(({ roleId }) => roleId));
    return roleIds.map((roleId) => {
      if (taken.has(roleId)) return { roleId, done: true };
      const notHeld = new AppError('not_found', { detail: 'The user does not have the role.' });
      return { roleId, ...refused(roleId === own ? ownSuperuserRefused() : notHeld) };
    });
  }
}
