import { Injectable } from '@nestjs/common';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { TEAM_INVITATION } from '../team-invitation-link.js';
import { TeamInvitationRepository } from '../team-invitation.repository.js';

/** Tells whether the link of an invitation into a team would work now. Looking never uses it up. */
@Injectable()
export class LookAtTeamInvitation {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly invitations: TeamInvitationRepository,
  ) {}

  async execute(token: string): Promise<boolean> {
    const { subjectId } = (await this.tokens.look(token, TEAM_INVITATION)) ?? {};
    return subjectId != null && (await this.invitations.findOpen(subjectId)) !== null;
  }
}
