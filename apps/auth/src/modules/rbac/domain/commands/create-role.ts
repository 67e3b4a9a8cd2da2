import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import type { RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';
import { refuseSameName } from '../same-name.js';
import { SetRolePermissions } from './set-role-permissions.js';

/** What may be said of a new role. */
export interface NewRole {
  readonly name: string;
  readonly description?: string;
  readonly permissions?: readonly PermissionName[];
}

/** Makes a role. */
@Injectable()
export class CreateRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly setPermissions: SetRolePermissions,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists`, `invalid_request` for an unknown permission, `escalation_refused` */
  @Transactional()
  async execute({ name, description = '', permissions = [] }: NewRole): Promise<RoleView> {
    // First, as others do: two that hold a name and the turn would wait for each other.
    await this.changes.serialize();
    const id = newId();
    await refuseSameName(() => this.roles.insert({ id, name, description }));
    await this.changes.note('role', [id]);
    await this.audit.execute({
      action: 'role.created',
      subjectType: 'role',
      subjectId: id,
      after: { name, description },
    });
    return this.setPermissions.execute(id, permissions);
  }
}
