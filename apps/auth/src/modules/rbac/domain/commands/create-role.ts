import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { isDatabaseFault, newId, Transactional } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import type { RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';
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
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists`, `invalid_request` for an unknown permission, `escalation_refused` */
  @Transactional()
  async execute({ name, description = '', permissions = [] }: NewRole): Promise<RoleView> {
    const id = newId();
    try {
      await this.roles.insert({ id, name, description });
    } catch (error) {
      if (!isDatabaseFault(error, 'unique', 'roles_name_key')) throw error;
      throw AppError.forField('already_exists', 'name', 'There is a role with this name.');
    }
    await this.audit.execute({
      action: 'role.created',
      subjectType: 'role',
      subjectId: id,
      after: { name, description },
    });
    return this.setPermissions.execute(id, permissions);
  }
}
