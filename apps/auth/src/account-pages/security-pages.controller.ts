import { Body, Get, Post, Query } from '@nestjs/common';
import { CurrentPrincipal, type Principal, RequirePermission } from '../core/access/index.js';
import { SessionCookie } from '../core/http/index.js';
import { LiveSettings } from '../core/settings/index.js';
import { ChangePassword } from '../modules/account/index.js';
import { ListAuthenticators } from '../modules/authenticator/index.js';
import { ListIdentities, ListProviders } from '../modules/federation/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { answerForm, readForm } from './http/form.js';
import { ChangePasswordForm } from './http/forms.dto.js';
import { type Answer, type Page, Redirect } from './http/page.js';
import { hasFactor, securityPage, type SecurityPageState } from './pages/security.page.js';

/** One's own password, and what else protects an account. */
@AccountPages()
export class SecurityPagesController {
  constructor(
    private readonly settings: LiveSettings,
    private readonly changePassword: ChangePassword,
    private readonly listAuthenticators: ListAuthenticators,
    private readonly listIdentities: ListIdentities,
    private readonly listProviders: ListProviders,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('security')
  @RequirePermission('own_profile:read')
  async show(@CurrentPrincipal() { userId }: Principal, @Query('done') done?: string): Promise<Answer> {
    return this.page(userId, { done });
  }

  @Post('password')
  @RequirePermission('own_profile:update')
  change(@CurrentPrincipal() { userId }: Principal, @Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        const { currentPassword, password } = await readForm(ChangePasswordForm, body);
        await this.changePassword.execute(userId, currentPassword, password);
        return new Redirect(`${ACCOUNT_PATH}/login?done=password-changed`, [this.cookie.remove()]);
      },
      body,
      (password, status) => this.page(userId, { password }, status),
    );
  }

  private async page(userId: string, state: Partial<SecurityPageState>, status = 200): Promise<Page> {
    const authenticators = await this.listAuthenticators.execute(userId);
    const identities = await this.listIdentities.execute(userId);
    const { passwordMinLength, passwordMinLengthBesideFactor } = this.settings.values;
    const minPasswordLength = hasFactor(authenticators) ? passwordMinLengthBesideFactor : passwordMinLength;
    return securityPage(
      { authenticators, identities, providers: this.listProviders.execute(), minPasswordLength, ...state },
      status,
    );
  }
}
