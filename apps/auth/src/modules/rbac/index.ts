export { RbacModule } from './rbac.module.js';
export { SUPERUSER } from './domain/built-in-roles.js';
export { Permission } from './domain/permission.entity.js';
export { PermissionGrant } from './domain/permission-grant.entity.js';
export { Resource } from './domain/resource.entity.js';
export { Role } from './domain/role.entity.js';
export { RoleAssignment } from './domain/role-assignment.entity.js';
export { RoleParent } from './domain/role-parent.entity.js';
export { RolePermission } from './domain/role-permission.entity.js';
export { RoleWildcard } from './domain/role-wildcard.entity.js';
export { SeparationOfDutyRole } from './domain/separation-of-duty-role.entity.js';
export { SeparationOfDutySet } from './domain/separation-of-duty-set.entity.js';
export type {
  NamedListQuery,
  PermissionView,
  ResourceView,
  RoleView,
  UserRoleView,
} from './domain/rbac.view.js';
export { AssignRole } from './domain/commands/assign-role.js';
export { AssignRolesToNewUsers } from './domain/commands/assign-roles-to-new-users.js';
export { CreatePermission } from './domain/commands/create-permission.js';
export { CreateResource } from './domain/commands/create-resource.js';
export { CreateRole } from './domain/commands/create-role.js';
export { DeletePermission } from './domain/commands/delete-permission.js';
export { DeleteResource } from './domain/commands/delete-resource.js';
export { DeleteRole } from './domain/commands/delete-role.js';
export { RestoreRole } from './domain/commands/restore-role.js';
export { type CatalogueRegistration, RegisterCatalogue } from './domain/commands/register-catalogue.js';
export { RevokeRole } from './domain/commands/revoke-role.js';
export { SeedBuiltIns } from './domain/commands/seed-built-ins.js';
export { SetRolePermissions } from './domain/commands/set-role-permissions.js';
export { UpdatePermission } from './domain/commands/update-permission.js';
export { UpdateResource } from './domain/commands/update-resource.js';
export { RequireSecondFactorForRole } from './domain/commands/require-second-factor-for-role.js';
export { UpdateRole } from './domain/commands/update-role.js';
export { AssignRoleToTeam } from './domain/commands/assign-role-to-team.js';
export { AssignRoleToUsers } from './domain/commands/assign-role-to-users.js';
export { AssignRolesToUser } from './domain/commands/assign-roles-to-user.js';
export { RevokeRolesFromUser } from './domain/commands/revoke-roles-from-user.js';
export { RevokeRoleFromTeam } from './domain/commands/revoke-role-from-team.js';
export { RevokeRoleFromUsers } from './domain/commands/revoke-role-from-users.js';
export { SetRoleParents } from './domain/commands/set-role-parents.js';
export { GrantPermission } from './domain/commands/grant-permission.js';
export { RevokePermission } from './domain/commands/revoke-permission.js';
export { SaveSeparationOfDuty } from './domain/commands/save-separation-of-duty.js';
export { DeleteSeparationOfDuty } from './domain/commands/delete-separation-of-duty.js';
export { ListSeparationOfDuty } from './domain/queries/list-separation-of-duty.js';
export { ListRoleHolders } from './domain/queries/list-role-holders.js';
export { ListRoleParents } from './domain/queries/list-role-parents.js';
export { ListRolePermissions } from './domain/queries/list-role-permissions.js';
export { ListTeamRoles } from './domain/queries/list-team-roles.js';
export { ListPermissionGrants } from './domain/queries/list-permission-grants.js';
export { DescribeRole } from './domain/queries/describe-role.js';
export { ExpandRole } from './domain/queries/expand-role.js';
export { FindRole } from './domain/queries/find-role.js';
export { GetPermission } from './domain/queries/get-permission.js';
export { GetResource } from './domain/queries/get-resource.js';
export { GetRole } from './domain/queries/get-role.js';
export { ListExpiringAssignments } from './domain/queries/list-expiring-assignments.js';
export { ListUsersWithoutRole } from './domain/queries/list-users-without-role.js';
export { ListPermissions } from './domain/queries/list-permissions.js';
export { ListResources } from './domain/queries/list-resources.js';
export { ListRoleNames } from './domain/queries/list-role-names.js';
export { ListRoles } from './domain/queries/list-roles.js';
export { ListUserRoles } from './domain/queries/list-user-roles.js';
