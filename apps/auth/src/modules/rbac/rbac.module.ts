import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { UserModule } from '../user/index.js';
import { ServiceCatalogueController } from './api/service-catalogue.controller.js';
import { PermissionController } from './api/permission.controller.js';
import { PermissionGrantController } from './api/permission-grant.controller.js';
import { RoleAssignmentController } from './api/role-assignment.controller.js';
import { SeparationOfDutyController } from './api/separation-of-duty.controller.js';
import { TeamRoleController } from './api/team-role.controller.js';
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
import { RestoreRole } from './domain/commands/restore-role.js';
import { RegisterCatalogue } from './domain/commands/register-catalogue.js';
import { RevokeRole } from './domain/commands/revoke-role.js';
import { SeedBuiltIns } from './domain/commands/seed-built-ins.js';
import { SetRolePermissions } from './domain/commands/set-role-permissions.js';
import { UpdatePermission } from './domain/commands/update-permission.js';
import { UpdateResource } from './domain/commands/update-resource.js';
import { RequireSecondFactorForRole } from './domain/commands/require-second-factor-for-role.js';
import { UpdateRole } from './domain/commands/update-role.js';
import { DescribeRole } from './domain/queries/describe-role.js';
import { ExpandRole } from './domain/queries/expand-role.js';
import { FindRole } from './domain/queries/find-role.js';
import { GetPermission } from './domain/queries/get-permission.js';
import { GetResource } from './domain/queries/get-resource.js';
import { GetRole } from './domain/queries/get-role.js';
import { ListExpiringAssignments } from './domain/queries/list-expiring-assignments.js';
import { ListPermissions } from './domain/queries/list-permissions.js';
import { ListResources } from './domain/queries/list-resources.js';
import { ListRoleNames } from './domain/queries/list-role-names.js';
import { ListRoles } from './domain/queries/list-roles.js';
import { ListUsersWithoutRole } from './domain/queries/list-users-without-role.js';
import { ListUserRoles } from './domain/queries/list-user-roles.js';
import { AssignRoleToTeam } from './domain/commands/assign-role-to-team.js';
import { AssignRoleToUsers } from './domain/commands/assign-role-to-users.js';
import { AssignRolesToUser } from './domain/commands/assign-roles-to-user.js';
import { RevokeRolesFromUser } from './domain/commands/revoke-roles-from-user.js';
import { RevokeRoleFromTeam } from './domain/commands/revoke-role-from-team.js';
import { RevokeRoleFromUsers } from './domain/commands/revoke-role-from-users.js';
import { SetRoleParents } from './domain/commands/set-role-parents.js';
import { GrantPermission } from './domain/commands/grant-permission.js';
import { RevokePermission } from './domain/commands/revoke-permission.js';
import { SaveSeparationOfDuty } from './domain/commands/save-separation-of-duty.js';
import { DeleteSeparationOfDuty } from './domain/commands/delete-separation-of-duty.js';
import { ListSeparationOfDuty } from './domain/queries/list-separation-of-duty.js';
import { ListRoleHolders } from './domain/queries/list-role-holders.js';
import { ListRoleParents } from './domain/queries/list-role-parents.js';
import { ListRolePermissions } from './domain/queries/list-role-permissions.js';
import { ListTeamRoles } from './domain/queries/list-team-roles.js';
import { ListPermissionGrants } from './domain/queries/list-permission-grants.js';
import { AssignableRole } from './domain/assignable-role.js';
import { PermissionGrantRepository } from './domain/permission-grant.repository.js';
import { SeparationOfDutyRepository } from './domain/separation-of-duty.repository.js';
import { RoleAssignmentRepository } from './domain/role-assignment.repository.js';
import { RoleHoldingRepository } from './domain/role-holding.repository.js';
import { RoleRepository } from './domain/role.repository.js';
import { SeedRepository } from './domain/seed.repository.js';

const doors = [
  AssignRoleToTeam,
  AssignRoleToUsers,
  AssignRolesToUser,
  RevokeRoleFromTeam,
  RevokeRoleFromUsers,
  RevokeRolesFromUser,
  SetRoleParents,
  GrantPermission,
  RevokePermission,
  SaveSeparationOfDuty,
  DeleteSeparationOfDuty,
  ListSeparationOfDuty,
  ListRoleHolders,
  ListRoleParents,
  ListRolePermissions,
  ListTeamRoles,
  ListPermissionGrants,
  CreateRole,
  UpdateRole,
  RequireSecondFactorForRole,
  SetRolePermissions,
  DeleteRole,
  RestoreRole,
  AssignRole,
  AssignRolesToNewUsers,
  RevokeRole,
  RegisterCatalogue,
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
  DescribeRole,
  ExpandRole,
  ListUserRoles,
  ListExpiringAssignments,
  ListUsersWithoutRole,
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
  controllers: [
    ResourceController,
    PermissionController,
    ServiceCatalogueController,
    RoleController,
    RoleAssignmentController,
    UserRoleController,
    TeamRoleController,
    PermissionGrantController,
    SeparationOfDutyController,
  ],
  providers: [
    CatalogueRepository,
    RoleRepository,
    RoleAssignmentRepository,
    RoleHoldingRepository,
    PermissionGrantRepository,
    SeparationOfDutyRepository,
    SeedRepository,
    AssignableRole,
    ...doors,
  ],
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
      {
        key: 'separation_of_duty',
        description: 'Rules of separation of duty',
        actions: crud('rules of separation of duty'),
      },
      { key: 'permission', description: 'Permissions of the catalogue', actions: crud('permissions') },
      {
        key: 'catalogue',
        description: 'What services protect',
        actions: { register: "Register what a service's code declares" },
      },
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
