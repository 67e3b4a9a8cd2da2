import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { AssignableRole } from '../assignable-role.js';
import { auditedAssignment } from '../audited-assignment.js';
import { SUPERUSER } from '../built-in-roles.js';
import { assertNotOneself } from '../own-superuser.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/** Takes a role from a user. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly assignable: AssignableRole,
    private readonly assignments: RoleAssignmentRepository,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `escalation_refused`, `last_superuser`, `conflict` for one's own superuser role */
  @Transactional()
  async execute(userId: string, roleId: string): Promise<void> {
    const role = await this.assignable.lockToTake(roleId);
    if (role.name === SUPERUSER) assertNotOneself(userId, this.context);
    const [before] = await this.assignments.deleteOfUsers([roleId], [userId]);
    assertThat(before !== undefined, 'not_found');
    if (role.name === SUPERUSER) await this.access.assertSuperuserRemains();
    await this.changes.note('user', [userId]);
    await this.audit.execute({
      action: 'role.revoked',
      subjectType: 'user',
      subjectId: userId,
      concerns: [{ subjectType: 'role', subjectId: roleId }],
      before: auditedAssignment(role, before),
    });
  }
}
