import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { SUPERUSER } from '../built-in-roles.js';
import { assertNotOneself } from '../own-superuser.js';
import { ExpandRole } from '../queries/expand-role.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';
import { RoleRepository } from '../role.repository.js';

/** Takes a role from a user. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly assignments: RoleAssignmentRepository,
    private readonly expandRole: ExpandRole,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `escalation_refused`, `last_superuser`, `conflict` for one's own superuser role */
  @Transactional()
  async execute(userId: string, roleId: string): Promise<void> {
    await this.changes.serialize();
    const role = await this.roles.findForUpdate(roleId);
    assertThat(role !== null, 'not_found');
    await this.access.assertMayBestow(await this.expandRole.execute(roleId), 'rbac:bind');
    if (role.name === SUPERUSER) assertNotOneself(userId, this.context);
    assertThat(await this.assignments.delete(userId, roleId), 'not_found');
    if (role.name === SUPERUSER) await this.access.assertSuperuserRemains();
    await this.changes.note('user', [userId]);
    await this.audit.execute({
      action: 'role.revoked',
      subjectType: 'user',
      subjectId: userId,
      before: { roleId, role: role.name },
    });
  }
}
