import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { InvitationRepository } from '../invitation.repository.js';

/** Takes an open invitation back: its link is worth nothing any more. */
@Injectable()
export class CancelInvitation {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly tokens: OneTimeTokens,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, also when it was accepted */
  @Transactional()
  async execute(id: string): Promise<void> {
    const email = await this.invitations.deleteOpen(id);
    assertThat(email !== null, 'not_found');
    await this.tokens.revokeAllOf(id, 'invitation');
    await this.audit.execute({
      action: 'invitation.cancelled',
      subjectType: 'invitation',
      subjectId: id,
      before: { email },
    });
  }
}
