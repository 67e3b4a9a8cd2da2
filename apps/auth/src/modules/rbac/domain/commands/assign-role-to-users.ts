import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, refusedRow, type RowResult } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { FilterUsers } from '../../../user/index.js';
import { AssignableRole } from '../assignable-role.js';
import { SUPERUSER } from '../built-in-roles.js';
import { RoleAssignmentRepository, type UserWindow } from '../role-assignment.repository.js';
import { assertWindow, isForGood, type ValidityWindow, withWindow } from '../validity-window.js';

/** Gives a role to many users at once. What is refused for one of them leaves the others. */
@Injectable()
export class AssignRoleToUsers {
  constructor(
    private readonly assignable: AssignableRole,
    private readonly assignments: RoleAssignmentRepository,
    private readonly filterUsers: FilterUsers,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns for each user, in the order given, whether they have the role now
   * @throws AppError `not_found` for the role, `invalid_window`, `escalation_refused`, `grant_outlives_own`
   */
  @Transactional()
  async execute(roleId: string, userIds: readonly string[], window: ValidityWindow): Promise<RowResult[]> {
    assertWindow(window);
    const role = await this.assignable.lock(roleId, window.validUntil);
    const existing = await this.filterUsers.execute(userIds);
    const limitsOwn = role.name === SUPERUSER && !isForGood(window) ? this.context.actor?.userId : undefined;
    const wanted = [...existing].filter((userId) => userId !== limitsOwn);
    const before = await this.assignments.findOfUsers([roleId], wanted);
    const grantedBy = this.context.actor?.userId ?? null;
    const after = await withWindow(() => this.assignments.upsert([roleId], wanted, window, grantedBy));
    await this.changes.note('user', wanted);
    const offenders = new Set(await this.access.findDutyOffenders(wanted));
    await this.takeBack(roleId, offenders, before);
    if (role.name === SUPERUSER) await this.access.assertSuperuserRemains();
    const kept = ({ userId }: UserWindow) => !offenders.has(userId);
    await this.audit.execute({
      action: 'role.assigned_to_users',
      subjectType: 'role',
      subjectId: roleId,
      concerns: after.filter(kept).map(({ userId }) => ({ subjectType: 'user', subjectId: userId })),
      before: { role: role.name, assignments: before.filter(kept) },
      after: { role: role.name, assignments: after.filter(kept) },
    });
    return userIds.map((userId) => {
      if (!existing.has(userId)) return refusedRow(userId, new AppError('not_found'));
      if (userId === limitsOwn) return refusedRow(userId, new AppError('conflict'));
      return offenders.has(userId)
        ? refusedRow(userId, new AppError('separation_of_duty'))
        : { userId, done: true };
    });
  }

  /** What was refused afterwards is as it was before. */
  private async takeBack(
    roleId: string,
    offenders: ReadonlySet<string>,
    before: readonly UserWindow[],
  ): Promise<void> {
    if (offenders.size === 0) return;
    await this.assignments.deleteOfUsers([roleId], [...offenders]);
    for (const { userId, grantedBy, validFrom, validUntil } of before.filter(({ userId }) =>
      offenders.has(userId),
    )) {
      await this.assignments.upsert([roleId], [userId], { validFrom, validUntil }, grantedBy);
    }
  }
}
