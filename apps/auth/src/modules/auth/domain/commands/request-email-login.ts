import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { issueOpaqueToken } from '../../../../core/crypto/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { LiveSettings } from '../../../../core/settings/index.js';
import { normalizeEmail } from '../../../user/index.js';
import { EMAIL_LOGIN_SECONDS, type EmailLoginKind } from '../email-login.js';
import { EmailLoginRepository } from '../email-login.repository.js';

const HOUR_SECONDS = 3600;

/** Has a link or a code mailed that logs in. Known and unknown addresses take the same way. */
@Injectable()
export class RequestEmailLogin {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: LiveSettings,
    private readonly throttle: RequestThrottle,
    private readonly logins: EmailLoginRepository,
    private readonly outbox: MailOutbox,
  ) {}

  /**
   * @returns what the asker keeps: without it the mail is worth nothing
   * @throws AppError `email_login_off`, `too_many_attempts`
   */
  async execute(email: string, kind: EmailLoginKind): Promise<string> {
    assertThat(this.config.emailLogin === 'on', 'email_login_off');
    await this.throttle.count('email-login', this.settings.values.accountRequestsPerHour, HOUR_SECONDS);
    return this.store(normalizeEmail(email), kind);
  }

  @Transactional()
  protected async store(email: string, kind: EmailLoginKind): Promise<string> {
    const token = issueOpaqueToken(newId());
    await this.logins.insert(token, { email, kind }, EMAIL_LOGIN_SECONDS);
    await this.outbox.queue(`login-${kind}`, email, { loginId: token.id });
    return token.text;
  }
}
