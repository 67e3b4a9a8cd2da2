import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GetUser, normalizeEmail } from '../../../user/index.js';
import { linkPurposes } from '../account-links.js';
import { EmailChangeRepository } from '../email-change.repository.js';
import { ConfirmOwnPassword } from './confirm-own-password.js';

/** Begins to change one's address: it changes when the new one is confirmed. The old one is told, and can cancel. */
@Injectable()
export class RequestEmailChange {
  constructor(
    private readonly getUser: GetUser,
    private readonly confirmOwnPassword: ConfirmOwnPassword,
    private readonly changes: EmailChangeRepository,
    private readonly outbox: MailOutbox,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `invalid_credentials`, `invalid_request` for the address one has, `too_many_attempts`, `overloaded` */
  async execute(userId: string, email: string, password: string): Promise<void> {
    const user = await this.getUser.execute(userId);
    const wanted = normalizeEmail(email);
    if (wanted === user.email)
      throw AppError.forField('invalid_request', 'email', 'This is your address already.');
    await this.confirmOwnPassword.execute(user.email, password, 'password');
    await this.store(userId, user, wanted);
  }

  @Transactional()
  protected async store(
    userId: string,
    { email, locale }: { email: string; locale: string },
    wanted: string,
  ): Promise<void> {
    await this.changes.save(userId, wanted, linkPurposes.email_change.lifeSeconds);
    await this.outbox.queue('email-change', wanted, { userId, locale });
    await this.outbox.queue('email-change-notice', email, { userId, locale });
    await this.audit.execute({
      action: 'account.email_change_requested',
      subjectType: 'user',
      subjectId: userId,
      before: { email },
      after: { email: wanted },
    });
  }
}
