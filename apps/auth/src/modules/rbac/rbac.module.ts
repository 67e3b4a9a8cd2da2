import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { UserModule } from '../user/index.js';
import { PermissionController } from './api/permission.controller.js';
import { ResourceController } from './api/resource.controller.js';
import { RoleController } from './api/role.controller.js';
import { UserRoleController } from './api/user-role.controller.js';
import { CatalogueRepository } from './domain/catalogue.repository.js';
import { AssignRole } from './domain/commands/assign-role.js';
import { AssignRolesToNewUsers } from './domain/commands/assign-roles-to-new-users.js';
import { CreatePermission } from './domain/commands/create-permission.js';
import { CreateResource } from './domain/commands/create-resource.js';
import { CreateRole } from './domain/commands/create-role.js';
import { DeletePermission } from './domain/commands/delete-permission.js';
import { DeleteResource } from './domain/commands/delete-resource.js';
import { DeleteRole } from './domain/commands/delete-role.js';
import { RevokeRole } from './domain/commands/revoke-role.js';
import { SeedBuiltIns } from './domain/commands/seed-built-ins.js';
import { SetRolePermissions } from './domain/commands/set-role-permissions.js';
import { UpdatePermission } from './domain/commands/update-permission.js';
import { UpdateResource } from './domain/commands/update-resource.js';
import { RequireSecondFactorForRole } from './domain/commands/require-second-factor-for-role.js';
import { UpdateRole } from './domain/commands/update-role.js';
import { ExpandRole } from './domain/queries/expand-role.js';
import { FindRole } from './domain/queries/find-role.js';
import { GetPermission } from './domain/queries/get-permission.js';
import { GetResource } from './domain/queries/get-resource.js';
import { GetRole } from './domain/queries/get-role.js';
import { ListPermissions } from './domain/queries/list-permissions.js';
import { ListResources } from './domain/queries/list-resources.js';
import { ListRoleNames } from './domain/queries/list-role-names.js';
import { ListRoles } from './domain/queries/list-roles.js';
import { ListUserRoles } from './domain/queries/list-user-roles.js';
import { RoleAssignmentRepository } from './domain/role-assignment.repository.js';
import { RoleRepository } from './domain/role.repository.js';
import { SeedRepository } from './domain/seed.repository.js';

const doors = [
  CreateRole,
  UpdateRole,
  RequireSecondFactorForRole,
  SetRolePermissions,
  DeleteRole,
  AssignRole,
  AssignRolesToNewUsers,
  RevokeRole,
  CreateResource,
  UpdateResource,
  DeleteResource,
  CreatePermission,
  UpdatePermission,
  DeletePermission,
  SeedBuiltIns,
  ListRoles,
  ListRoleNames,
  GetRole,
  FindRole,
  ExpandRole,
  ListUserRoles,
  ListResources,
  GetResource,
  ListPermissions,
  GetPermission,
];

/**
 * Owns the catalogue of resources and permissions, roles, and who has which role. What follows from it for a
 * person at a moment is `authorization`'s matter.
 */
@Module({
  imports: [UserModule],
  controllers: [ResourceController, PermissionController, RoleController, UserRoleController],
  providers: [CatalogueRepository, RoleRepository, RoleAssignmentRepository, SeedRepository, ...doors],
  exports: doors,
})
export class RbacModule {
  constructor(catalogue: PermissionCatalogue) {
    const crud = (what: string) => ({
      read: `See ${what}`,
      create: `Make ${what}`,
      update: `Change ${what}`,
      delete: `Delete ${what}`,
    });
    catalogue.declare(
      {
        key: 'role',
        description: 'Roles',
        actions: { ...crud('roles'), assign: 'Give roles to users and take them' },
      },
      { key: 'resource', description: 'Resources of the catalogue', actions: crud('resources') },
      { key: 'permission', description: 'Permissions of the catalogue', actions: crud('permissions') },
      {
        key: 'rbac',
        description: 'Going beyond the own rights',
        actions: {
          bind: 'Give roles that hold more than yours',
          escalate: 'Put permissions into roles that you do not hold, and wildcards',
        },
      },
    );
  }
}
