import { Body, Get, Post, Query } from '@nestjs/common';
import { CurrentPrincipal, type Principal, RequirePermission } from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import { AppError } from '../core/errors/index.js';
import { MailTemplates } from '../core/mail/index.js';
import {
  CancelEmailChange,
  GetEmailChange,
  RequestEmailChange,
  RequestEmailVerification,
} from '../modules/account/index.js';
import { GetUser, UpdateUser } from '../modules/user/index.js';
import { PreferenceCookies } from '../words/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { answerForm, readForm } from './http/form.js';
import { ChangeEmailForm, ProfileForm } from './http/forms.dto.js';
import type { Notice } from './http/notices.js';
import { type Answer, type Page, Redirect } from './http/page.js';
import { profilePage, type ProfilePageState } from './pages/profile.page.js';

/** One's own name, language and address. */
@AccountPages()
export class ProfilePagesController {
  private readonly preferences: PreferenceCookies;

  constructor(
    @InjectConfig() { publicUrl }: AppConfig,
    private readonly getUser: GetUser,
    private readonly updateUser: UpdateUser,
    private readonly getEmailChange: GetEmailChange,
    private readonly requestEmailChange: RequestEmailChange,
    private readonly cancelEmailChange: CancelEmailChange,
    private readonly requestEmailVerification: RequestEmailVerification,
    private readonly templates: MailTemplates,
  ) {
    this.preferences = new PreferenceCookies(publicUrl);
  }

  @Get()
  @RequirePermission('own_profile:read')
  show(@CurrentPrincipal() { userId }: Principal, @Query('done') done?: string): Promise<Answer> {
    return this.page(userId, { done });
  }

  @Post('profile')
  @RequirePermission('own_profile:update')
  save(@CurrentPrincipal() { userId }: Principal, @Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        const { version, ...changes } = await readForm(ProfileForm, body);
        await this.updateUser.execute(userId, changes, Number(version));
        return new Redirect(`${ACCOUNT_PATH}?done=profile-saved`, this.speakAlso(changes.locale));
      },
      body,
      (profile, status) => this.page(userId, { profile }, status),
    );
  }

  @Post('email')
  @RequirePermission('own_profile:update')
  changeEmail(@CurrentPrincipal() { userId }: Principal, @Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        const { email, password } = await readForm(ChangeEmailForm, body);
        await this.requestEmailChange.execute(userId, email, password);
        return done('email-requested');
      },
      body,
      (email, status) => this.page(userId, { email }, status),
    );
  }

  @Post('email/cancel')
  @RequirePermission('own_profile:update')
  async keepEmail(@CurrentPrincipal() { userId }: Principal): Promise<Answer> {
    await this.cancelEmailChange.execute(userId);
    return done('email-cancelled');
  }

  @Post('email/resend')
  @RequirePermission('own_profile:read')
  async resend(@CurrentPrincipal() { userId }: Principal): Promise<Answer> {
    await this.requestEmailVerification.execute((await this.getUser.execute(userId)).email);
    return done('verification-sent');
  }

  private async page(userId: string, state: Partial<ProfilePageState>, status = 200): Promise<Page> {
    const user = await this.getUser.execute(userId);
    const languages = this.templates.languages();
    return profilePage({ user, pendingEmail: await this.pendingEmail(userId), languages, ...state }, status);
  }

  /** Who chooses a language for mails reads the pages in it too, where there is one. */
  private speakAlso(locale: string): string[] {
    return this.preferences.keep({ language: locale.split('-')[0] });
  }

  private async pendingEmail(userId: string): Promise<string | null> {
    try {
      return (await this.getEmailChange.execute(userId)).email;
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    }
  }
}

const done = (notice: Notice) => new Redirect(`${ACCOUNT_PATH}?done=${notice}`);
