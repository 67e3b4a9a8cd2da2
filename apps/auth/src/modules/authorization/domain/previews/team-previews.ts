import { Injectable } from '@nestjs/common';
import { AssignRoleToTeam, RevokeRoleFromTeam } from '../../../rbac/index.js';
import {
  AddTeamMembers,
  DeleteTeam,
  RemoveTeamMember,
  RemoveTeamMembers,
  RestoreTeam,
  SetTeamManager,
  UpdateTeam,
} from '../../../team/index.js';
import { change, named, throwRefused } from './previewable-change.js';

/** Changes of teams: of who is in them and of what they carry. */
@Injectable()
export class TeamPreviews {
  readonly kinds;

  constructor(
    assignRoleToTeam: AssignRoleToTeam,
    revokeRoleFromTeam: RevokeRoleFromTeam,
    addTeamMembers: AddTeamMembers,
    removeTeamMember: RemoveTeamMember,
    removeTeamMembers: RemoveTeamMembers,
    setTeamManager: SetTeamManager,
    updateTeam: UpdateTeam,
    deleteTeam: DeleteTeam,
    restoreTeam: RestoreTeam,
  ) {
    this.kinds = {
      assign_role_to_team: change('role:assign', ['teamId', 'roleId'], ({ teamId, roleId, ...terms }) =>
        assignRoleToTeam.execute(teamId, roleId, terms),
      ),
      revoke_role_from_team: change('role:assign', ['teamId', 'roleId'], ({ teamId, roleId }) =>
        revokeRoleFromTeam.execute(teamId, roleId),
      ),
      add_team_members: change('team:assign', ['teamId', 'userIds'], async ({ teamId, userIds, ...given }) =>
        throwRefused(await addTeamMembers.execute(teamId, userIds), given),
      ),
      remove_team_member: change('team:assign', ['teamId', 'userId'], ({ teamId, userId }) =>
        removeTeamMember.execute(teamId, userId),
      ),
      remove_team_members: change(
        'team:assign',
        ['teamId', 'userIds'],
        async ({ teamId, userIds, ...given }) =>
          throwRefused(await removeTeamMembers.execute(teamId, userIds), given),
      ),
      add_team_manager: change('team:assign', ['teamId', 'userId'], ({ teamId, userId }) =>
        setTeamManager.execute(teamId, userId, true),
      ),
      remove_team_manager: change('team:assign', ['teamId', 'userId'], ({ teamId, userId }) =>
        setTeamManager.execute(teamId, userId, false),
      ),
      update_team: change('team:update', ['teamId'], ({ teamId, version, ...changes }) =>
        updateTeam.execute(teamId, named(changes), version),
      ),
      delete_team: change('team:delete', ['teamId'], ({ teamId }) => deleteTeam.execute(teamId)),
      restore_team: change('team:create', ['teamId'], ({ teamId }) => restoreTeam.execute(teamId)),
    };
  }
}
