import { Injectable } from '@nestjs/common';
import { newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { LiveSettings } from '../../../../core/settings/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { HashNewPassword, normalizeEmail } from '../../../user/index.js';
import { RegistrationRepository } from '../registration.repository.js';
import { linkPurposes } from '../account-links.js';
import { HOUR_SECONDS } from '../request-limits.js';

/** Who wants an account. */
export interface NewRegistration {
  readonly email: string;
  readonly password: string;
  readonly displayName?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly locale?: string;
}

/**
 * Signs somebody up. The account begins when the address is confirmed. Known and unknown addresses take the same way and
 * get the same answer (ASVS 5.0, 6.3.8): what the mail says is found out when it is sent.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly settings: LiveSettings,
    private readonly throttle: RequestThrottle,
    private readonly hashNewPassword: HashNewPassword,
    private readonly registrations: RegistrationRepository,
    private readonly outbox: MailOutbox,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `sign_up_closed`, `invalid_request` for a domain that is not admitted, `weak_password`, `too_many_attempts`, `overloaded` */
  async execute({ password, ...person }: NewRegistration): Promise<void> {
    const email = normalizeEmail(person.email);
    this.assertAdmitted(email);
    await this.throttle.count('sign-up', this.settings.values.accountRequestsPerHour, HOUR_SECONDS);
    const { hash: passwordHash } = await this.hashNewPassword.execute(email, password);
    await this.store({ ...person, email }, passwordHash);
  }

  @Transactional()
  protected async store(person: Omit<NewRegistration, 'password'>, passwordHash: string): Promise<void> {
    const { email, displayName = '', givenName = '', familyName = '', locale = 'en' } = person;
    const id = newId();
    await this.registrations.insert(
      { id, email, passwordHash, displayName, givenName, familyName, locale },
      linkPurposes.sign_up.lifeSeconds,
    );
    await this.outbox.queue('sign-up', email, { registrationId: id });
    await this.audit.execute({
      action: 'account.sign_up',
      subjectType: 'registration',
      subjectId: id,
      after: { email },
    });
  }

  private assertAdmitted(email: string): void {
    const { signUp, signUpDomains } = this.settings.values;
    assertThat(signUp === 'open', 'sign_up_closed');
    const domain = email.slice(email.lastIndexOf('@') + 1);
    if (signUpDomains.length > 0 && !signUpDomains.some((admitted) => admitted.toLowerCase() === domain))
      throw AppError.forField('invalid_request', 'email', 'Addresses of this domain are not admitted.');
  }
}
