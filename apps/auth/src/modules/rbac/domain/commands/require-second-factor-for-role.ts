import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ExpandRole } from '../queries/expand-role.js';
import type { RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';

/**
 * Says whether a role, a built-in one too, holds only with a second factor. Who has the role and none can do nothing
 * but see to their own account until they have set one up.
 */
@Injectable()
export class RequireSecondFactorForRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly expandRole: ExpandRole,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `escalation_refused` for a role that holds more than oneself */
  @Transactional()
  async execute(id: string, required: boolean, expectedVersion?: number): Promise<RoleView> {
    await this.changes.serialize();
    const role = await this.roles.findForUpdate(id);
    assertThat(role !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === role.version, 'version_mismatch');
    await this.access.assertMayBestow(await this.expandRole.execute([id]), 'rbac:escalate');
    if (role.requiresSecondFactor !== required) {
      await this.audit.execute({
        action: 'role.updated',
        subjectType: 'role',
        subjectId: id,
        before: { requiresSecondFactor: role.requiresSecondFactor },
        after: { requiresSecondFactor: required },
      });
      role.requiresSecondFactor = required;
      await this.roles.save(role);
      await this.changes.note('role', [id]);
    }
    const view = await this.roles.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
