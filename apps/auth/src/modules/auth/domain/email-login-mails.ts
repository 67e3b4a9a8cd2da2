import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { randomDigits, randomSecret } from '../../../core/crypto/index.js';
import { type ComposedMail, MailKinds, type MailValues } from '../../../core/mail/index.js';
import { FindUserByEmail } from '../../user/index.js';
import { emailCodeHash } from './commands/login-with-email.js';
import { EMAIL_CODE_DIGITS, EMAIL_LOGIN_SECONDS } from './email-login.js';
import { EmailLoginRepository } from './email-login.repository.js';

const MINUTES = String(EMAIL_LOGIN_SECONDS / 60);

/** Mails that log in. The code or link is made when the mail is sent, and only for an account that is active. */
@Injectable()
export class EmailLoginMails {
  constructor(
    kinds: MailKinds,
    @InjectConfig() private readonly config: AppConfig,
    private readonly logins: EmailLoginRepository,
    private readonly findUser: FindUserByEmail,
  ) {
    const compose = (email: string, { loginId = '' }: Readonly<Record<string, string>>) =>
      this.compose(email, loginId);
    const link = 'https://auth.example.com/auth/account/login-link?code=sample';
    kinds.declare(
      { name: 'login-link', sample: { link, minutes: MINUTES }, compose },
      { name: 'login-code', sample: { code: '12345678', minutes: MINUTES }, compose },
    );
  }

  private async compose(email: string, loginId: string): Promise<ComposedMail | null> {
    const login = await this.logins.findOpen(loginId);
    const user = await this.findUser.execute(email);
    if (login === null || user?.status !== 'active') return null;
    const code = login.kind === 'code' ? randomDigits(EMAIL_CODE_DIGITS) : randomSecret();
    await this.logins.saveCode(loginId, emailCodeHash(loginId, code));
    const link = `${this.config.publicUrl}/auth/account/login-link?code=${code}`;
    const secret: MailValues = login.kind === 'code' ? { code } : { link };
    return { locale: user.locale, values: { ...secret, minutes: MINUTES } };
  }
}
