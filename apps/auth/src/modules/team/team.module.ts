import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { UserModule } from '../user/index.js';
import { OwnTeamController } from './api/own-team.controller.js';
import { TeamInvitationController } from './api/team-invitation.controller.js';
import { TeamMemberController } from './api/team-member.controller.js';
import { TeamController } from './api/team.controller.js';
import { CreateTeam } from './domain/commands/create-team.js';
import { UpdateTeam } from './domain/commands/update-team.js';
import { DeleteTeam } from './domain/commands/delete-team.js';
import { RestoreTeam } from './domain/commands/restore-team.js';
import { AddTeamMembers } from './domain/commands/add-team-members.js';
import { RemoveTeamMember } from './domain/commands/remove-team-member.js';
import { RemoveTeamMembers } from './domain/commands/remove-team-members.js';
import { SetTeamManager } from './domain/commands/set-team-manager.js';
import { InviteIntoTeam } from './domain/commands/invite-into-team.js';
import { CancelTeamInvitation } from './domain/commands/cancel-team-invitation.js';
import { AcceptTeamInvitation } from './domain/commands/accept-team-invitation.js';
import { ListTeams } from './domain/queries/list-teams.js';
import { GetTeam } from './domain/queries/get-team.js';
import { ListTeamMembers } from './domain/queries/list-team-members.js';
import { ListTeamsOfUser } from './domain/queries/list-teams-of-user.js';
import { ListTeamInvitations } from './domain/queries/list-team-invitations.js';
import { LookAtTeamInvitation } from './domain/queries/look-at-team-invitation.js';
import { NoteMissingManager } from './domain/note-missing-manager.js';
import { TeamAuthority } from './domain/team-authority.js';
import { TeamInvitationLink } from './domain/team-invitation-link.js';
import { TeamInvitationRepository } from './domain/team-invitation.repository.js';
import { TeamMemberRepository } from './domain/team-member.repository.js';
import { TeamRepository } from './domain/team.repository.js';

const doors = [
  CreateTeam,
  UpdateTeam,
  DeleteTeam,
  RestoreTeam,
  AddTeamMembers,
  RemoveTeamMember,
  RemoveTeamMembers,
  SetTeamManager,
  InviteIntoTeam,
  CancelTeamInvitation,
  AcceptTeamInvitation,
  ListTeams,
  GetTeam,
  ListTeamMembers,
  ListTeamsOfUser,
  ListTeamInvitations,
  LookAtTeamInvitation,
];

/**
 * Owns teams, who is in them and who manages them, and invitations into them. Which roles a team carries belongs to
 * `rbac`; what follows from that to `authorization`.
 */
@Module({
  imports: [UserModule],
  controllers: [OwnTeamController, TeamController, TeamMemberController, TeamInvitationController],
  providers: [
    TeamRepository,
    TeamMemberRepository,
    TeamInvitationRepository,
    TeamAuthority,
    TeamInvitationLink,
    NoteMissingManager,
    ...doors,
  ],
  exports: doors,
})
export class TeamModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare(
      {
        key: 'team',
        description: 'Teams',
        actions: {
          read: 'See teams and who is in them',
          create: 'Make teams',
          update: 'Change teams',
          delete: 'Delete teams',
          assign: 'Say who is in a team and who manages it',
        },
      },
      {
        key: 'own_team',
        description: 'The teams one is in',
        actions: {
          read: 'See one’s own teams and who is in them',
          leave: 'Leave a team',
          manage: 'Say who is in a team that one manages',
        },
      },
    );
  }
}
