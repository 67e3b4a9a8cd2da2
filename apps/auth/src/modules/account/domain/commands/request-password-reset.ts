import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { normalizeEmail } from '../../../user/index.js';
import { HOUR_SECONDS } from '../request-limits.js';

/** Mails a link that sets a new password, to whom it concerns. Says nothing about whom. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly throttle: RequestThrottle,
    private readonly outbox: MailOutbox,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `too_many_attempts` */
  async execute(email: string): Promise<void> {
    await this.throttle.count('password-reset', this.config.accountRequestsPerHour, HOUR_SECONDS);
    const recipient = normalizeEmail(email);
    await this.outbox.queue('password-reset', recipient);
    await this.audit.execute({
      action: 'account.password_reset_requested',
      subjectType: 'user',
      subjectId: null,
      after: { email: recipient },
    });
  }
}
