import { Injectable } from '@nestjs/common';
import { type ComposedMail, MailKinds } from '../../../core/mail/index.js';
import { FindUserByEmail, type UserView } from '../../user/index.js';
import { AccountLinks, type LinkPurpose, linkPurposes } from './account-links.js';
import { EmailChangeRepository } from './email-change.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import { RegistrationRepository } from './registration.repository.js';

const life = (purpose: LinkPurpose) => {
  const { lifeSeconds } = linkPurposes[purpose];
  return {
    minutes: String(lifeSeconds / 60),
    hours: String(lifeSeconds / 3600),
    days: String(lifeSeconds / 86_400),
  };
};
const SAMPLE = { link: 'https://auth.example.com/auth/account/sample', ...life('sign_up'), days: '7' };

/**
 * What the mails of this module say. To whom it applies is found out when a mail is sent, not when it is asked for, so
 * that asking takes the same way for a known and an unknown address.
 */
@Injectable()
export class AccountMails {
  constructor(
    kinds: MailKinds,
    private readonly links: AccountLinks,
    private readonly findUser: FindUserByEmail,
    private readonly registrations: RegistrationRepository,
    private readonly changes: EmailChangeRepository,
    private readonly invitations: InvitationRepository,
  ) {
    const notice = (name: string) => ({
      name,
      sample: SAMPLE,
      compose: (_: string, { locale = 'en' }: Readonly<Record<string, string>>) =>
        Promise.resolve({ locale, values: { link: this.links.page('forgot-password') } }),
    });
    kinds.declare(
      {
        name: 'sign-up',
        sample: SAMPLE,
        compose: (email, { registrationId = '' }) => this.signUp(email, registrationId),
      },
      { name: 'sign-up-known', sample: SAMPLE, compose: () => Promise.resolve(null) },
      { name: 'email-verification', sample: SAMPLE, compose: (email) => this.verification(email) },
      { name: 'password-reset', sample: { ...SAMPLE, minutes: '30' }, compose: (email) => this.reset(email) },
      { name: 'email-change', sample: SAMPLE, compose: (email, data) => this.change(email, data) },
      { name: 'email-change-notice', sample: SAMPLE, compose: (_, data) => this.changeNotice(data) },
      {
        name: 'invitation',
        sample: SAMPLE,
        compose: (_, { invitationId = '' }) => this.invitation(invitationId),
      },
      notice('password-changed'),
      notice('email-changed'),
      notice('account-closed'),
    );
  }

  private async signUp(email: string, registrationId: string): Promise<ComposedMail | null> {
    const registration = await this.registrations.find(registrationId);
    if (registration === null) return null;
    const known = await this.findUser.execute(email);
    if (known !== null) {
      const link = this.links.page('forgot-password');
      return { template: 'sign-up-known', locale: known.locale, values: { link } };
    }
    return this.withLink('sign_up', registrationId, registration.locale);
  }

  private async verification(email: string): Promise<ComposedMail | null> {
    const user = await this.activeUser(email);
    if (user !== null)
      return user.emailVerified ? null : this.withLink('email_verification', user.id, user.locale);
    const registration = await this.registrations.findLatest(email);
    if (registration === null) return null;
    const mail = await this.withLink('sign_up', registration.id, registration.locale);
    return { ...mail, template: 'sign-up' };
  }

  private async reset(email: string): Promise<ComposedMail | null> {
    const user = await this.activeUser(email);
    return user === null ? null : this.withLink('password_reset', user.id, user.locale);
  }

  private async change(email: string, { userId = '', locale = 'en' }): Promise<ComposedMail | null> {
    const pending = await this.changes.find(userId);
    if (pending?.email !== email || (await this.findUser.execute(email)) !== null) return null;
    return this.withLink('email_change', userId, locale);
  }

  private async changeNotice({ userId = '', locale = 'en' }): Promise<ComposedMail | null> {
    if ((await this.changes.find(userId)) === null) return null;
    return this.withLink('email_change_cancel', userId, locale);
  }

  private async invitation(id: string): Promise<ComposedMail | null> {
    const invitation = await this.invitations.findOpen(id);
    return invitation === null ? null : this.withLink('invitation', id, invitation.locale);
  }

  private async withLink(purpose: LinkPurpose, subjectId: string, locale: string): Promise<ComposedMail> {
    return { locale, values: { link: await this.links.make(purpose, subjectId), ...life(purpose) } };
  }

  private async activeUser(email: string): Promise<UserView | null> {
    const user = await this.findUser.execute(email);
    return user?.status === 'active' ? user : null;
  }
}
