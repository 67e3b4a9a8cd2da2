/** Owns teams, their people and invitations into them. The roles of teams belong to `rbac`. */
export { TeamModule } from './team.module.js';
export { Team } from './domain/team.entity.js';
export { TeamInvitation } from './domain/team-invitation.entity.js';
export { TeamMember } from './domain/team-member.entity.js';
export type {
  MembershipView,
  TeamInvitationView,
  TeamListQuery,
  TeamMemberView,
  TeamView,
} from './domain/team.view.js';
export { CreateTeam } from './domain/commands/create-team.js';
export { UpdateTeam } from './domain/commands/update-team.js';
export { DeleteTeam } from './domain/commands/delete-team.js';
export { RestoreTeam } from './domain/commands/restore-team.js';
export { AddTeamMembers } from './domain/commands/add-team-members.js';
export { RemoveTeamMember } from './domain/commands/remove-team-member.js';
export { RemoveTeamMembers } from './domain/commands/remove-team-members.js';
export { SetTeamManager } from './domain/commands/set-team-manager.js';
export { InviteIntoTeam } from './domain/commands/invite-into-team.js';
export { CancelTeamInvitation } from './domain/commands/cancel-team-invitation.js';
export { AcceptTeamInvitation } from './domain/commands/accept-team-invitation.js';
export { ListTeams } from './domain/queries/list-teams.js';
export { GetTeam } from './domain/queries/get-team.js';
export { ListTeamMembers } from './domain/queries/list-team-members.js';
export { ListTeamsOfUser } from './domain/queries/list-teams-of-user.js';
export { ListTeamInvitations } from './domain/queries/list-team-invitations.js';
export { LookAtTeamInvitation } from './domain/queries/look-at-team-invitation.js';
