import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { normalizeEmail } from '../../../user/index.js';
import { HOUR_SECONDS } from '../request-limits.js';

/** Mails the link that confirms an address once more, to whom it concerns. Says nothing about whom. */
@Injectable()
export class RequestEmailVerification {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly throttle: RequestThrottle,
    private readonly outbox: MailOutbox,
  ) {}

  /** @throws AppError `too_many_attempts` */
  async execute(email: string): Promise<void> {
    await this.throttle.count('email-verification', this.config.accountRequestsPerHour, HOUR_SECONDS);
    await this.outbox.queue('email-verification', normalizeEmail(email));
  }
}
