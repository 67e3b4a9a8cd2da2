import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { AcceptTeamInvitation } from '../domain/commands/accept-team-invitation.js';
import { CancelTeamInvitation } from '../domain/commands/cancel-team-invitation.js';
import { InviteIntoTeam } from '../domain/commands/invite-into-team.js';
import { ListTeamInvitations } from '../domain/queries/list-team-invitations.js';
import {
  AcceptTeamInvitationRequest,
  type TeamInvitationPage,
  TeamInvitationQuery,
  TeamInvitationRequest,
  type TeamInvitationResponse,
} from './team.dto.js';

@ApiTags('teams')
@Controller('auth/v1')
export class TeamInvitationController {
  constructor(
    private readonly listInvitations: ListTeamInvitations,
    private readonly inviteIntoTeam: InviteIntoTeam,
    private readonly cancelInvitation: CancelTeamInvitation,
    private readonly acceptInvitation: AcceptTeamInvitation,
  ) {}

  /** List the invitations into a team. */
  @Get('teams/:id/invitations')
  @RequirePermission('team:assign')
  list(@UuidParam() id: string, @Query() query: TeamInvitationQuery): Promise<TeamInvitationPage> {
    return this.listInvitations.execute(id, query) as Promise<TeamInvitationPage>;
  }

  /** Ask somebody into a team by mail. An open invitation of the same address is replaced. */
  @Post('teams/:id/invitations')
  @RequirePermission('team:assign')
  invite(@UuidParam() id: string, @Body() { email }: TeamInvitationRequest): Promise<TeamInvitationResponse> {
    return this.inviteIntoTeam.execute(id, email);
  }

  /** Take an open invitation into a team back. */
  @Delete('teams/:id/invitations/:invitationId')
  @HttpCode(204)
  @RequirePermission('team:assign')
  cancel(@UuidParam() id: string, @UuidParam('invitationId') invitationId: string): Promise<void> {
    return this.cancelInvitation.execute(id, invitationId);
  }

  /** Accept an invitation into a team by the token of its link. */
  @Post('team-invitations/accept')
  @HttpCode(204)
  @Public()
  accept(@Body() { token }: AcceptTeamInvitationRequest): Promise<void> {
    return this.acceptInvitation.execute(token);
  }
}
