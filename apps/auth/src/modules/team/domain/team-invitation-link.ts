import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { MailKinds } from '../../../core/mail/index.js';
import { OneTimeTokens } from '../../../core/one-time-token/index.js';
import { FindUserByEmail } from '../../user/index.js';
import { TeamInvitationRepository } from './team-invitation.repository.js';

/** A token of this purpose opens a team's door. */
export const TEAM_INVITATION = 'team_invitation';
const DAYS = 7;
/** For how long an invitation into a team can be accepted. */
export const TEAM_INVITATION_SECONDS = DAYS * 86_400;

/** The mail that asks somebody into a team. Its link is made when it is sent, so it is in no queue. */
@Injectable()
export class TeamInvitationLink {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    kinds: MailKinds,
    private readonly tokens: OneTimeTokens,
    private readonly invitations: TeamInvitationRepository,
    private readonly findUser: FindUserByEmail,
  ) {
    kinds.declare({
      name: 'team-invitation',
      sample: { link: this.link('sample'), team: 'Sales', days: String(DAYS) },
      compose: (email, { invitationId = '' }) => this.compose(email, invitationId),
    });
  }

  private async compose(email: string, invitationId: string) {
    const invitation = await this.invitations.findOpen(invitationId);
    if (invitation === null) return null;
    await this.tokens.revokeAllOf(invitationId, TEAM_INVITATION);
    const token = await this.tokens.issue(TEAM_INVITATION, invitationId, TEAM_INVITATION_SECONDS);
    const locale = (await this.findUser.execute(email))?.locale ?? 'en';
    return { locale, values: { link: this.link(token), team: invitation.team, days: String(DAYS) } };
  }

  private link(token: string): string {
    return `${this.config.publicUrl}/auth/account/join-team?token=${token}`;
  }
}
