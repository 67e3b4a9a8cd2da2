import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { TeamAuthority } from '../team-authority.js';
import { TEAM_INVITATION } from '../team-invitation-link.js';
import { TeamInvitationRepository } from '../team-invitation.repository.js';

/** Takes an open invitation into a team back: its link is worth nothing any more. */
@Injectable()
export class CancelTeamInvitation {
  constructor(
    private readonly authority: TeamAuthority,
    private readonly invitations: TeamInvitationRepository,
    private readonly tokens: OneTimeTokens,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, also when it was accepted; `forbidden` */
  @Transactional()
  async execute(teamId: string, id: string): Promise<void> {
    await this.authority.assertMayManage(teamId);
    const email = await this.invitations.deleteOpen(teamId, id);
    assertThat(email !== null, 'not_found');
    await this.tokens.revokeAllOf(id, TEAM_INVITATION);
    await this.audit.execute({
      action: 'team.invitation_cancelled',
      subjectType: 'team',
      subjectId: teamId,
      before: { invitationId: id, email },
    });
  }
}
