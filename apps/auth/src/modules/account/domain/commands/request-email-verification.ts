import { Injectable } from '@nestjs/common';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { LiveSettings } from '../../../../core/settings/index.js';
import { normalizeEmail } from '../../../user/index.js';
import { HOUR_SECONDS } from '../request-limits.js';

/** Mails the link that confirms an address once more, to whom it concerns. Says nothing about whom. */
@Injectable()
export class RequestEmailVerification {
  constructor(
    private readonly settings: LiveSettings,
    private readonly throttle: RequestThrottle,
    private readonly outbox: MailOutbox,
  ) {}

  /** @throws AppError `too_many_attempts` */
  async execute(email: string): Promise<void> {
    await this.throttle.count(
      'email-verification',
      this.settings.values.accountRequestsPerHour,
      HOUR_SECONDS,
    );
    await this.outbox.queue('email-verification', normalizeEmail(email));
  }
}
