import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GetUser } from '../../../user/index.js';
import { AssignableRole } from '../assignable-role.js';
import { SUPERUSER } from '../built-in-roles.js';
import { assertNotOneself } from '../own-superuser.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';
import { auditedAssignment } from '../audited-assignment.js';
import { assertWindow, isForGood, type ValidityWindow, withWindow } from '../validity-window.js';

/** Gives a user a role, for a time or for good. Given again, the time is changed. */
@Injectable()
export class AssignRole {
  constructor(
    private readonly assignable: AssignableRole,
    private readonly assignments: RoleAssignmentRepository,
    private readonly getUser: GetUser,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `invalid_window`, `escalation_refused`, `grant_outlives_own`, `separation_of_duty`, `last_superuser`, `conflict` for limiting one's own superuser role */
  @Transactional()
  async execute(userId: string, roleId: string, window: ValidityWindow = {}): Promise<void> {
    assertWindow(window);
    const role = await this.assignable.lock(roleId, window.validUntil);
    await this.getUser.execute(userId);
    if (role.name === SUPERUSER && !isForGood(window)) assertNotOneself(userId, this.context);
    const [before] = await this.assignments.findOfUsers([roleId], [userId]);
    const grantedBy = this.context.actor?.userId ?? null;
    const [after] = await withWindow(() => this.assignments.upsert([roleId], [userId], window, grantedBy));
    await this.changes.note('user', [userId]);
    await this.access.assertDutiesSeparated([userId]);
    if (role.name === SUPERUSER) await this.access.assertSuperuserRemains();
    await this.audit.execute({
      action: 'role.assigned',
      subjectType: 'user',
      subjectId: userId,
      concerns: [{ subjectType: 'role', subjectId: roleId }],
      before: before && auditedAssignment(role, before),
      after: after && auditedAssignment(role, after),
    });
  }
}
