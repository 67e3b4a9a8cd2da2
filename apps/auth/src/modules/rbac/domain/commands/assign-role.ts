import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { isDatabaseFault, newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GetUser } from '../../../user/index.js';
import { SUPERUSER } from '../built-in-roles.js';
import { assertNotOneself } from '../own-superuser.js';
import { ExpandRole } from '../queries/expand-role.js';
import type { ValidityWindow } from '../role-assignment.repository.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';
import { RoleRepository } from '../role.repository.js';

/** Gives a user a role, for a time or for good. Given again, the time is changed. */
@Injectable()
export class AssignRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly assignments: RoleAssignmentRepository,
    private readonly expandRole: ExpandRole,
    private readonly getUser: GetUser,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `invalid_request` for a window that ends before it starts, `escalation_refused`, `last_superuser`, `conflict` for limiting one's own superuser role */
  @Transactional()
  async execute(userId: string, roleId: string, window: ValidityWindow = {}): Promise<void> {
    assertWindow(window);
    await this.changes.serialize();
    await this.getUser.execute(userId);
    const role = await this.roles.findForUpdate(roleId);
    assertThat(role !== null, 'not_found');
    await this.access.assertMayBestow(await this.expandRole.execute(roleId), 'rbac:bind');
    if (role.name === SUPERUSER && !isForGood(window)) assertNotOneself(userId, this.context);
    try {
      await this.assignments.upsert({
        id: newId(),
        userId,
        roleId,
        ...window,
        grantedBy: this.context.actor?.userId ?? null,
      });
    } catch (error) {
      if (!isDatabaseFault(error, 'check', 'role_assignments_window_check')) throw error;
      throw endsTooEarly();
    }
    await this.changes.note('user', [userId]);
    if (role.name === SUPERUSER) await this.access.assertSuperuserRemains();
    await this.audit.execute({
      action: 'role.assigned',
      subjectType: 'user',
      subjectId: userId,
      after: { roleId, role: role.name, ...window },
    });
  }
}

/** A window that is open now and never closes. */
const isForGood = ({ validFrom, validUntil }: ValidityWindow): boolean =>
  (validFrom === undefined || validFrom <= new Date()) && validUntil == null;

function assertWindow({ validFrom, validUntil }: ValidityWindow): void {
  if (validFrom !== undefined && validUntil != null && validUntil <= validFrom) throw endsTooEarly();
}

const endsTooEarly = () =>
  AppError.forField('invalid_request', 'validUntil', 'validUntil must be after validFrom');
