import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { FindUserByEmail } from '../../../user/index.js';
import { TEAM_INVITATION } from '../team-invitation-link.js';
import { TeamInvitationRepository } from '../team-invitation.repository.js';
import { AddTeamMembers } from './add-team-members.js';

/** Brings an invited person into the team, as far as the inviter may do so at this moment. */
@Injectable()
export class AcceptTeamInvitation {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly invitations: TeamInvitationRepository,
    private readonly findUser: FindUserByEmail,
    private readonly addMembers: AddTeamMembers,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `invalid_link`, `conflict` when the address has no account, `forbidden` or `escalation_refused` when the inviter has lost the rights, `separation_of_duty` */
  @Transactional()
  async execute(token: string): Promise<void> {
    const { subjectId } = (await this.tokens.consume(token, TEAM_INVITATION)) ?? {};
    const invitation = subjectId == null ? null : await this.invitations.findOpen(subjectId);
    assertThat(invitation?.invitedBy != null, 'invalid_link');
    const { id, teamId, email, invitedBy } = invitation;
    const user = await this.findUser.execute(email);
    assertThat(user !== null, 'conflict', {
      detail: 'The invited address has no account yet. Sign up with it, then open the link again.',
    });
    await this.context.runAs({ userId: invitedBy, sessionId: '' }, () =>
      this.addMembers.executeForOne(teamId, user.id),
    );
    await this.invitations.markAccepted(id);
    await this.audit.execute({
      action: 'team.invitation_accepted',
      subjectType: 'team',
      subjectId: teamId,
      actorId: user.id,
      after: { invitationId: id, userId: user.id, invitedBy },
    });
  }
}
