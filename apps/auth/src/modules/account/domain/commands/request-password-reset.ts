import { Injectable } from '@nestjs/common';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { LiveSettings } from '../../../../core/settings/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { normalizeEmail } from '../../../user/index.js';
import { HOUR_SECONDS } from '../request-limits.js';

/** Mails a link that sets a new password, to whom it concerns. Says nothing about whom. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly settings: LiveSettings,
    private readonly throttle: RequestThrottle,
    private readonly outbox: MailOutbox,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `too_many_attempts` */
  async execute(email: string): Promise<void> {
    await this.throttle.count('password-reset', this.settings.values.accountRequestsPerHour, HOUR_SECONDS);
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
