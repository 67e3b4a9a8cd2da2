import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { EmailChangeRepository } from '../email-change.repository.js';

/** Cancels a change of address that is not confirmed yet. */
@Injectable()
export class CancelEmailChange {
  constructor(
    private readonly changes: EmailChangeRepository,
    private readonly tokens: OneTimeTokens,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` when none is pending */
  @Transactional()
  async execute(userId: string): Promise<void> {
    assertThat(await this.changes.delete(userId), 'not_found');
    await this.tokens.revokeAllOf(userId, 'email_change');
    await this.audit.execute({
      action: 'account.email_change_cancelled',
      subjectType: 'user',
      subjectId: userId,
    });
  }

  /**
   * For the holder of the link that the old address got.
   *
   * @throws AppError `invalid_link`
   */
  @Transactional()
  async byLink(token: string): Promise<void> {
    const subject = await this.tokens.consume(token, 'email_change_cancel');
    assertThat(subject?.subjectId != null, 'invalid_link');
    assertThat((await this.changes.find(subject.subjectId)) !== null, 'invalid_link');
    await this.execute(subject.subjectId);
  }
}
