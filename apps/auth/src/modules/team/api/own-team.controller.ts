import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { AddTeamMembers } from '../domain/commands/add-team-members.js';
import { CancelTeamInvitation } from '../domain/commands/cancel-team-invitation.js';
import { InviteIntoTeam } from '../domain/commands/invite-into-team.js';
import { RemoveTeamMember } from '../domain/commands/remove-team-member.js';
import { ListTeamInvitations } from '../domain/queries/list-team-invitations.js';
import { ListTeamMembers } from '../domain/queries/list-team-members.js';
import { ListTeamsOfUser } from '../domain/queries/list-teams-of-user.js';
import {
  type MembershipPage,
  type TeamInvitationPage,
  TeamInvitationQuery,
  TeamInvitationRequest,
  type TeamInvitationResponse,
  type TeamMemberPage,
  TeamQuery,
} from './team.dto.js';

/** What people do with the teams that they are in. Managers say who is in theirs; its roles they cannot change. */
@ApiTags('teams')
@Controller('auth/v1/users/me/teams')
export class OwnTeamController {
  constructor(
    private readonly listTeamsOfUser: ListTeamsOfUser,
    private readonly listMembers: ListTeamMembers,
    private readonly addMembers: AddTeamMembers,
    private readonly removeMember: RemoveTeamMember,
    private readonly listInvitations: ListTeamInvitations,
    private readonly inviteIntoTeam: InviteIntoTeam,
    private readonly cancelInvitation: CancelTeamInvitation,
  ) {}

  /** List the teams that you are in. */
  @Get()
  @RequirePermission('own_team:read')
  list(@Query() query: TeamQuery, @CurrentPrincipal() { userId }: Principal): Promise<MembershipPage> {
    return this.listTeamsOfUser.execute(userId, query) as Promise<MembershipPage>;
  }

  /** Leave a team. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('own_team:leave')
  leave(@UuidParam() id: string, @CurrentPrincipal() { userId }: Principal): Promise<void> {
    return this.removeMember.leave(id, userId);
  }

  /** List who is in one of your teams. */
  @Get(':id/members')
  @RequirePermission('own_team:read')
  members(@UuidParam() id: string, @Query() query: TeamQuery): Promise<TeamMemberPage> {
    return this.listMembers.execute(id, query) as Promise<TeamMemberPage>;
  }

  /** Bring a user into a team that you manage. */
  @Put(':id/members/:userId')
  @HttpCode(204)
  @RequirePermission('own_team:manage')
  add(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.addMembers.executeForOne(id, userId);
  }

  /** Take a user out of a team that you manage. */
  @Delete(':id/members/:userId')
  @HttpCode(204)
  @RequirePermission('own_team:manage')
  remove(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.removeMember.execute(id, userId);
  }

  /** List the invitations into a team that you manage. */
  @Get(':id/invitations')
  @RequirePermission('own_team:manage')
  invitations(@UuidParam() id: string, @Query() query: TeamInvitationQuery): Promise<TeamInvitationPage> {
    return this.listInvitations.execute(id, query) as Promise<TeamInvitationPage>;
  }

  /** Ask somebody by mail into a team that you manage. */
  @Post(':id/invitations')
  @RequirePermission('own_team:manage')
  invite(@UuidParam() id: string, @Body() { email }: TeamInvitationRequest): Promise<TeamInvitationResponse> {
    return this.inviteIntoTeam.execute(id, email);
  }

  /** Take an open invitation into a team that you manage back. */
  @Delete(':id/invitations/:invitationId')
  @HttpCode(204)
  @RequirePermission('own_team:manage')
  cancel(@UuidParam() id: string, @UuidParam('invitationId') invitationId: string): Promise<void> {
    return this.cancelInvitation.execute(id, invitationId);
  }
}
