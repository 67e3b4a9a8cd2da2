import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, RequirePermission } from '../../../core/access/index.js';
import { PageQuery, UuidParam } from '../../../core/http/index.js';
import { AcceptInvitation } from '../domain/commands/accept-invitation.js';
import { CancelInvitation } from '../domain/commands/cancel-invitation.js';
import { InviteUser } from '../domain/commands/invite-user.js';
import { GetInvitation } from '../domain/queries/get-invitation.js';
import { ListInvitations } from '../domain/queries/list-invitations.js';
import {
  AcceptInvitationRequest,
  type InvitationPage,
  InvitationRequest,
  type InvitationResponse,
} from './account.dto.js';

@ApiTags('invitations')
@Controller('auth/v1/invitations')
export class InvitationController {
  constructor(
    private readonly listInvitations: ListInvitations,
    private readonly getInvitation: GetInvitation,
    private readonly inviteUser: InviteUser,
    private readonly cancelInvitation: CancelInvitation,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  /** List invitations. */
  @Get()
  @RequirePermission('invitation:read')
  list(@Query() query: PageQuery): Promise<InvitationPage> {
    return this.listInvitations.execute(query) as Promise<InvitationPage>;
  }

  /** Read an invitation. */
  @Get(':id')
  @RequirePermission('invitation:read')
  find(@UuidParam() id: string): Promise<InvitationResponse> {
    return this.getInvitation.execute(id);
  }

  /** Ask somebody in by mail. An open invitation of the same address is replaced. */
  @Post()
  @RequirePermission('invitation:create')
  invite(@Body() invitation: InvitationRequest): Promise<InvitationResponse> {
    return this.inviteUser.execute(invitation);
  }

  /** Accept an invitation by the token of its link. */
  @Post('accept')
  @HttpCode(204)
  @Public()
  accept(@Body() { token, ...acceptance }: AcceptInvitationRequest): Promise<void> {
    return this.acceptInvitation.execute(token, acceptance);
  }

  /** Take an open invitation back. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('invitation:delete')
  cancel(@UuidParam() id: string): Promise<void> {
    return this.cancelInvitation.execute(id);
  }
}
