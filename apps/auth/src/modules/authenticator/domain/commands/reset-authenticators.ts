import { Injectable } from '@nestjs/common';
import { AccessPolicy, SessionTerminator } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GetUser } from '../../../user/index.js';
import { AccountAuthenticators } from '../account-authenticators.js';

/** Removes every factor of somebody who has lost them. All sessions end, and the owner is told by mail. */
@Injectable()
export class ResetAuthenticators {
  constructor(
    private readonly getUser: GetUser,
    private readonly access: AccessPolicy,
    private readonly authenticators: AccountAuthenticators,
    private readonly sessions: SessionTerminator,
    private readonly outbox: MailOutbox,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `escalation_refused` for somebody with more rights (rule E4) */
  @Transactional()
  async execute(userId: string): Promise<void> {
    const { email, locale } = await this.getUser.execute(userId);
    await this.access.assertCovers(userId);
    await this.authenticators.removeAllOf(userId);
    await this.sessions.endAllOf(userId, 'authenticators_reset');
    await this.outbox.queue('authenticators-reset', email, { locale });
    await this.audit.execute({ action: 'authenticator.reset', subjectType: 'user', subjectId: userId });
  }
}
