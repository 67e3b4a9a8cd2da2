import { Injectable } from '@nestjs/common';
import { isPermissionName, type PermissionName } from '@auth-service/authorization';
import { AppError } from '../../../core/errors/index.js';
import {
  AssignRoleToTeam,
  AssignRoleToUsers,
  DeleteRole,
  GrantPermission,
  RevokePermission,
  RevokeRoleFromTeam,
  RevokeRoleFromUsers,
  SetRoleParents,
  SetRolePermissions,
} from '../../rbac/index.js';
import { AddTeamMembers, DeleteTeam, RemoveTeamMember } from '../../team/index.js';
import {
  AddManager,
  DeleteVisibilityGroup,
  MoveMembers,
  MoveVisibilityGroup,
  RemoveManager,
} from '../../visibility-group/index.js';
import type { PreviewedChange, PreviewedChangeKind } from './previewed-change.js';

type Given = Omit<PreviewedChange, 'change'>;

/** One kind of change: what its maker needs, and the very command that makes it. */
interface PreviewableChange {
  readonly permission: PermissionName;
  run(given: Given): Promise<unknown>;
}

/** The changes that can be tried out. */
@Injectable()
export class PreviewableChanges {
  private readonly kinds: Readonly<Record<PreviewedChangeKind, PreviewableChange>>;

  constructor(
    setRolePermissions: SetRolePermissions,
    setRoleParents: SetRoleParents,
    deleteRole: DeleteRole,
    assignRole: AssignRoleToUsers,
    revokeRole: RevokeRoleFromUsers,
    grantPermission: GrantPermission,
    revokePermission: RevokePermission,
    assignRoleToTeam: AssignRoleToTeam,
    revokeRoleFromTeam: RevokeRoleFromTeam,
    addTeamMembers: AddTeamMembers,
    removeTeamMember: RemoveTeamMember,
    deleteTeam: DeleteTeam,
    moveGroup: MoveVisibilityGroup,
    moveMembers: MoveMembers,
    addManager: AddManager,
    removeManager: RemoveManager,
    deleteGroup: DeleteVisibilityGroup,
  ) {
    this.kinds = {
      set_role_permissions: change('role:update', ['roleId', 'permissions'], ({ roleId, permissions }) =>
        setRolePermissions.execute(roleId, permissions.map(asPermission)),
      ),
      set_role_parents: change('role:update', ['roleId', 'parentIds'], ({ roleId, parentIds }) =>
        setRoleParents.execute(roleId, parentIds),
      ),
      delete_role: change('role:delete', ['roleId'], ({ roleId }) => deleteRole.execute(roleId)),
      assign_role: change('role:assign', ['roleId', 'userIds'], async ({ roleId, userIds, ...window }) =>
        throwRefused(await assignRole.execute(roleId, userIds, window)),
      ),
      revoke_role: change('role:assign', ['roleId', 'userIds'], async ({ roleId, userIds }) =>
        throwRefused(await revokeRole.execute(roleId, userIds)),
      ),
      grant_permission: change('role:assign', ['userId', 'permission'], ({ userId, permission, ...window }) =>
        grantPermission.execute(userId, asPermission(permission), window),
      ),
      revoke_permission: change('role:assign', ['userId', 'permission'], ({ userId, permission }) =>
        revokePermission.execute(userId, asPermission(permission)),
      ),
      assign_role_to_team: change('role:assign', ['teamId', 'roleId'], ({ teamId, roleId, ...terms }) =>
        assignRoleToTeam.execute(teamId, roleId, terms),
      ),
      revoke_role_from_team: change('role:assign', ['teamId', 'roleId'], ({ teamId, roleId }) =>
        revokeRoleFromTeam.execute(teamId, roleId),
      ),
      add_team_members: change('team:assign', ['teamId', 'userIds'], async ({ teamId, userIds }) =>
        throwRefused(await addTeamMembers.execute(teamId, userIds)),
      ),
      remove_team_member: change('team:assign', ['teamId', 'userId'], ({ teamId, userId }) =>
        removeTeamMember.execute(teamId, userId),
      ),
      delete_team: change('team:delete', ['teamId'], ({ teamId }) => deleteTeam.execute(teamId)),
      move_visibility_group: change(
        'visibility_group:update',
        ['groupId', 'parentId'],
        ({ groupId, parentId }) => moveGroup.execute(groupId, parentId),
      ),
      move_visibility_group_members: change(
        'visibility_group:assign',
        ['groupId', 'userIds'],
        async ({ groupId, userIds }) => throwRefused(await moveMembers.execute(groupId, userIds)),
      ),
      add_visibility_group_manager: change(
        'visibility_group:assign',
        ['groupId', 'userId'],
        ({ groupId, userId }) => addManager.execute(groupId, userId),
      ),
      remove_visibility_group_manager: change(
        'visibility_group:assign',
        ['groupId', 'userId'],
        ({ groupId, userId }) => removeManager.execute(groupId, userId),
      ),
      delete_visibility_group: change('visibility_group:delete', ['groupId'], ({ groupId, ...successors }) =>
        deleteGroup.execute(groupId, successors),
      ),
    };
  }

  find(kind: PreviewedChangeKind): PreviewableChange {
    return this.kinds[kind];
  }
}

/** @throws AppError `invalid_request` for a field that the kind needs and that is not given */
function change<Needed extends keyof Given>(
  permission: PermissionName,
  needed: readonly Needed[],
  run: (
    given: Given & { readonly [Field in Needed]-?: Exclude<Given[Field], undefined> },
  ) => Promise<unknown>,
): PreviewableChange {
  return {
    permission,
    run(given) {
      const missing = needed.find((field) => given[field] === undefined);
      if (missing !== undefined)
        throw AppError.forField('invalid_request', missing, `${missing} is needed for this change`);
      return run(given as Parameters<typeof run>[0]);
    },
  };
}

function asPermission(name: string): PermissionName {
  if (isPermissionName(name)) return name;
  throw AppError.forField('invalid_request', 'permissions', `no permission: ${name}`);
}

/** What would be refused for one of many users is what the caller wants to know first. */
function throwRefused(
  rows: readonly {
    readonly userId: string;
    readonly error?: { readonly code: string; readonly detail: string };
  }[],
): void {
  const row = rows.find(({ error }) => error !== undefined);
  if (row?.error !== undefined)
    throw new AppError(row.error.code as AppError['code'], { detail: `${row.userId}: ${row.error.detail}` });
}
