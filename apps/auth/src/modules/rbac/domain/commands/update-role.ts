import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import type { PermissionName } from '@auth-service/authorization';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ExpandRole } from '../queries/expand-role.js';
import type { RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';
import { refuseSameName } from '../same-name.js';
import { SetRolePermissions } from './set-role-permissions.js';

/** What may be changed of a role. */
export interface RoleChanges {
  readonly name?: string;
  readonly description?: string;
  readonly permissions?: readonly PermissionName[];
}

/** Changes a role of one's own making. */
@Injectable()
export class UpdateRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly expandRole: ExpandRole,
    private readonly setPermissions: SetRolePermissions,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `system_role`, `already_exists`, `escalation_refused` */
  @Transactional()
  async execute(
    id: string,
    { permissions, ...changes }: RoleChanges,
    expectedVersion?: number,
  ): Promise<RoleView> {
    await this.changes.serialize();
    const role = await this.roles.findForUpdate(id);
    assertThat(role !== null, 'not_found');
    assertThat(!role.isSystem, 'system_role');
    assertThat(expectedVersion === undefined || expectedVersion === role.version, 'version_mismatch');
    await this.access.assertMayBestow(await this.expandRole.execute([id]), 'rbac:escalate');
    const before = { name: role.name, description: role.description };
    Object.assign(role, changes);
    await refuseSameName(() => this.roles.save(role));
    await this.changes.note('role', [id]);
    const after = { name: role.name, description: role.description };
    await this.audit.execute({ action: 'role.updated', subjectType: 'role', subjectId: id, before, after });
    if (permissions !== undefined) return this.setPermissions.execute(id, permissions);
    const view = await this.roles.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
