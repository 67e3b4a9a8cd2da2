import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { AddUser, ConfirmUserEmail, GetUser } from '../../../user/index.js';
import { EmailChangeRepository } from '../email-change.repository.js';
import { RegistrationRepository } from '../registration.repository.js';

/** Confirms an address for the holder of a mailed link: of a sign-up, of an account, or of a change. */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly registrations: RegistrationRepository,
    private readonly changes: EmailChangeRepository,
    private readonly addUser: AddUser,
    private readonly getUser: GetUser,
    private readonly confirmUserEmail: ConfirmUserEmail,
    private readonly outbox: MailOutbox,
  ) {}

  /** @throws AppError `invalid_link`, `already_exists` when somebody else has the address meanwhile */
  @Transactional()
  async execute(token: string): Promise<void> {
    const done =
      (await this.finishSignUp(token)) || (await this.confirm(token)) || (await this.finishChange(token));
    if (!done) throw new AppError('invalid_link');
  }

  private async finishSignUp(token: string): Promise<boolean> {
    const subject = await this.tokens.consume(token, 'sign_up');
    if (subject?.subjectId == null) return false;
    const registration = await this.registrations.find(subject.subjectId);
    assertThat(registration !== null, 'invalid_link');
    const { email, displayName, givenName, familyName, locale, passwordHash } = registration;
    await this.addUser.execute(
      { email, displayName, givenName, familyName, locale },
      { passwordHash, emailVerified: true },
    );
    await this.registrations.deleteAllOf(email);
    return true;
  }

  private async confirm(token: string): Promise<boolean> {
    const subject = await this.tokens.consume(token, 'email_verification');
    if (subject?.subjectId == null) return false;
    const { id, email } = await this.getUser.execute(subject.subjectId);
    await this.confirmUserEmail.execute(id, email);
    return true;
  }

  private async finishChange(token: string): Promise<boolean> {
    const subject = await this.tokens.consume(token, 'email_change');
    if (subject?.subjectId == null) return false;
    const userId = subject.subjectId;
    const pending = await this.changes.find(userId);
    assertThat(pending !== null, 'invalid_link');
    await this.changes.delete(userId);
    const before = await this.confirmUserEmail.execute(userId, pending.email);
    // Links that the old address got must not reach the account any more.
    for (const purpose of ['email_change_cancel', 'password_reset', 'email_verification'])
      await this.tokens.revokeAllOf(userId, purpose);
    const { locale } = await this.getUser.execute(userId);
    await this.outbox.queue('email-changed', before, { locale });
    return true;
  }
}
