import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../../core/access/index.js';
import { personOf, RequestContext } from '../../../../core/context/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { FindUserByEmail, normalizeEmail } from '../../../user/index.js';
import { TeamAuthority } from '../team-authority.js';
import { TEAM_INVITATION_SECONDS } from '../team-invitation-link.js';
import { TeamInvitationRepository } from '../team-invitation.repository.js';
import { TeamMemberRepository } from '../team-member.repository.js';
import type { TeamInvitationView } from '../team.view.js';

/** So many mails one person sends to strangers in an hour. */
const INVITATIONS_PER_HOUR = 100;
const HOUR_SECONDS = 3600;

/** Asks somebody into a team by mail. The answer is the same for an address with an account and for one without. */
@Injectable()
export class InviteIntoTeam {
  constructor(
    private readonly authority: TeamAuthority,
    private readonly invitations: TeamInvitationRepository,
    private readonly members: TeamMemberRepository,
    private readonly findUser: FindUserByEmail,
    private readonly access: AccessPolicy,
    private readonly throttle: RequestThrottle,
    private readonly outbox: MailOutbox,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `forbidden`, `escalation_refused`, `grant_outlives_own`, `already_exists`, `too_many_attempts` */
  @Transactional()
  async execute(teamId: string, address: string): Promise<TeamInvitationView> {
    await this.authority.assertMayManage(teamId);
    await this.access.assertMayBringInto(teamId);
    const invitedBy = personOf(this.context.actor);
    // When it is accepted the inviter's rights are asked once more.
    assertThat(invitedBy !== null, 'forbidden', { detail: 'Only a person invites somebody into a team.' });
    await this.throttle.countFor('team-invitation', invitedBy, INVITATIONS_PER_HOUR, HOUR_SECONDS);
    const email = normalizeEmail(address);
    await this.assertOutside(teamId, email);
    const invitation = await this.invitations.save(
      { id: newId(), teamId, email, invitedBy },
      TEAM_INVITATION_SECONDS,
    );
    await this.outbox.queue('team-invitation', email, { invitationId: invitation.id });
    await this.audit.execute({
      action: 'team.invited',
      subjectType: 'team',
      subjectId: teamId,
      after: { invitationId: invitation.id, email },
    });
    return invitation;
  }

  private async assertOutside(teamId: string, email: string): Promise<void> {
    const user = await this.findUser.execute(email);
    if (user === null || (await this.members.find(teamId, user.id)) === null) return;
    throw AppError.forField('already_exists', 'email', 'This person is in the team.');
  }
}
