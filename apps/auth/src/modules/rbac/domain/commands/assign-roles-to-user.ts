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
import { assertWindow, isForGood, type ValidityWindow, withWindow } from '../validity-window.js';

/** Gives a user many roles at once. What is wrong with one of them leaves the others; what is wrong with all together none. */
@Injectable()
export class AssignRolesToUser {
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
   * @returns for each role, in the order given, whether the user has it now
   * @throws AppError `not_found` for the user, `invalid_window`, `escalation_refused`, `grant_outlives_own`, `separation_of_duty`
   */
  @Transactional()
  async execute(
    userId: string,
    roleIds: readonly string[],
    window: ValidityWindow = {},
  ): Promise<RoleRowResult[]> {
    assertWindow(window);
    const roles = await this.assignable.lockAll(roleIds, window.validUntil);
    await this.getUser.execute(userId);
    const limitsOwn = this.context.actor?.userId === userId && !isForGood(window);
    const wanted = roles.filter(({ name }) => !(limitsOwn && name === SUPERUSER)).map(({ id }) => id);
    const before = await this.assignments.findOfUsers(wanted, [userId]);
    const grantedBy = this.context.actor?.userId ?? null;
    const after = await withWindow(() => this.assignments.upsert(wanted, [userId], window, grantedBy));
    await this.changes.note('user', [userId]);
    await this.access.assertDutiesSeparated([userId]);
    if (roles.some(({ name }) => name === SUPERUSER)) await this.access.assertSuperuserRemains();
    await this.audit.execute({
      action: 'user.roles_assigned',
      subjectType: 'user',
      subjectId: userId,
      concerns: wanted.map((roleId) => ({ subjectType: 'role', subjectId: roleId })),
      before: auditedAssignments(roles, before),
      after: auditedAssignments(roles, after),
    });
    return roleIds.map((roleId) => {
      if (wanted.includes(roleId)) return { roleId, done: true };
      const isKnown = roles.some(({ id }) => id === roleId);
      return { roleId, ...refused(isKnown ? ownSuperuserRefused() : new AppError('not_found')) };
    });
  }
}
