import { Injectable } from '@nestjs/common';
import {
  AssignRoleToUsers,
  DeleteRole,
  GrantPermission,
  RequireSecondFactorForRole,
  RestoreRole,
  RevokePermission,
  RevokeRoleFromUsers,
  SetRoleParents,
  SetRolePermissions,
  UpdateRole,
} from '../../../rbac/index.js';
import { asPattern, asPermission, change, named, throwRefused } from './previewable-change.js';

/** Changes of roles and of who has them. */
@Injectable()
export class RolePreviews {
  readonly kinds;

  constructor(
    setRolePermissions: SetRolePermissions,
    setRoleParents: SetRoleParents,
    requireSecondFactor: RequireSecondFactorForRole,
    updateRole: UpdateRole,
    deleteRole: DeleteRole,
    restoreRole: RestoreRole,
    assignRole: AssignRoleToUsers,
    revokeRole: RevokeRoleFromUsers,
    grantPermission: GrantPermission,
    revokePermission: RevokePermission,
  ) {
    this.kinds = {
      set_role_permissions: change(
        'role:update',
        ['roleId', 'permissions'],
        ({ roleId, permissions, version }) =>
          setRolePermissions.execute(roleId, permissions.map(asPattern), version),
      ),
      set_role_parents: change('role:update', ['roleId', 'parentIds'], ({ roleId, parentIds, version }) =>
        setRoleParents.execute(roleId, parentIds, version),
      ),
      set_role_second_factor: change('role:update', ['roleId', 'required'], ({ roleId, required, version }) =>
        requireSecondFactor.execute(roleId, required, version),
      ),
      update_role: change('role:update', ['roleId'], ({ roleId, version, ...changes }) =>
        updateRole.execute(roleId, named(changes), version),
      ),
      delete_role: change('role:delete', ['roleId'], ({ roleId }) => deleteRole.execute(roleId)),
      restore_role: change(
        'role:create',
        ['roleId', 'name', 'description', 'version'],
        ({ roleId, name, description, version }) =>
          restoreRole.execute({ id: roleId, name, description, version }),
      ),
      assign_role: change('role:assign', ['roleId', 'userIds'], async ({ roleId, userIds, ...given }) =>
        throwRefused(await assignRole.execute(roleId, userIds, given), given),
      ),
      revoke_role: change('role:assign', ['roleId', 'userIds'], async ({ roleId, userIds, ...given }) =>
        throwRefused(await revokeRole.execute(roleId, userIds), given),
      ),
      grant_permission: change('role:assign', ['userId', 'permission'], ({ userId, permission, ...window }) =>
        grantPermission.execute(userId, asPermission(permission), window),
      ),
      revoke_permission: change('role:assign', ['userId', 'permission'], ({ userId, permission }) =>
        revokePermission.execute(userId, asPermission(permission)),
      ),
    };
  }
}
