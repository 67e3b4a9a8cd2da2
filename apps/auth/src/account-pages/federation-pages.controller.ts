import { Body, Get, Headers, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  CurrentPrincipal,
  type Principal,
  Public,
  RequirePermission,
  RequireRecentAuthentication,
} from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import { HostCookie, UuidParam } from '../core/http/index.js';
import { LoginBrowser, LoginCookies } from '../modules/auth/index.js';
import {
  type CompletedLogin,
  CompleteFederatedLogin,
  FEDERATED_LOGIN_SECONDS,
  type FederatedPurpose,
  StartFederatedLogin,
  UnlinkIdentity,
} from '../modules/federation/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { answerForm } from './http/form.js';
import { type Answer, Redirect } from './http/page.js';
import { returnPath } from './http/return-path.js';
import { goOnPage, refusedPage } from './pages/federation.page.js';
import { waitingLoginPage } from './waiting-login.js';

/** On the way to another identity provider, and back. */
@AccountPages()
export class FederationPagesController {
  private readonly browser: HostCookie;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly loginCookies: LoginCookies,
    private readonly startFederatedLogin: StartFederatedLogin,
    private readonly completeFederatedLogin: CompleteFederatedLogin,
    private readonly unlinkIdentity: UnlinkIdentity,
    private readonly loginBrowser: LoginBrowser,
  ) {
    // The provider leads back from another site.
    this.browser = new HostCookie(config.publicUrl, 'auth-federation', FEDERATED_LOGIN_SECONDS, 'lax');
  }

  @Post('federation/:provider')
  @Public()
  logIn(
    @Param('provider') provider: string,
    @Body() body: { returnTo?: unknown } | undefined,
  ): Promise<Answer> {
    const { returnTo } = body ?? {};
    const wanted = typeof returnTo === 'string' ? returnTo : undefined;
    return this.begin(provider, { kind: 'login', returnTo: returnPath(wanted) });
  }

  @Post('federation/:provider/link')
  @RequirePermission('own_profile:update')
  @RequireRecentAuthentication()
  link(
    @CurrentPrincipal() { userId, sessionId }: Principal,
    @Param('provider') provider: string,
  ): Promise<Answer> {
    const returnTo = `${ACCOUNT_PATH}/security?done=identity-linked`;
    return this.begin(provider, { kind: 'link', userId, sessionId, returnTo });
  }

  /** Where an app sends the browser (RFC 6749, section 4.1.1, in small). */
  @Get('federation/:provider/authorize')
  @Public()
  authorize(
    @Param('provider') provider: string,
    @Query('returnUrl') returnUrl = '',
    @Query('codeChallenge') codeChallenge = '',
  ): Promise<Answer> {
    return this.begin(provider, { kind: 'app', returnUrl, codeChallenge });
  }

  @Get('federation/:provider/callback')
  @Public()
  callback(
    @Param('provider') provider: string,
    @Req() request: FastifyRequest,
    @Headers('cookie') cookies?: string,
  ): Promise<Answer> {
    const query = request.url.slice(request.url.indexOf('?') + 1);
    return answerForm(
      async () => {
        const secret = this.browser.read(cookies);
        const completed = await this.completeFederatedLogin.execute(provider, query, secret);
        return this.arrive(completed, cookies);
      },
      null,
      (state) => {
        const mayRemember = this.config.rememberedDeviceDays > 0;
        return waitingLoginPage(state, undefined, mayRemember) ?? refusedPage(state);
      },
    );
  }

  @Post('identities/:id/unlink')
  @RequirePermission('own_profile:update')
  @RequireRecentAuthentication()
  async unlink(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<Answer> {
    await this.unlinkIdentity.execute(userId, id);
    return new Redirect(`${ACCOUNT_PATH}/security?done=identity-unlinked`);
  }

  private async begin(provider: string, purpose: FederatedPurpose): Promise<Answer> {
    const { url, browserSecret } = await this.startFederatedLogin.execute(provider, purpose);
    return goOnPage(url, [this.browser.keep(browserSecret)]);
  }

  /**
   * Goes on by a page rather than a redirect: the browser comes from another site, so that a redirect would not carry
   * our strict cookie.
   */
  private async arrive(completed: CompletedLogin, cookies: string | undefined): Promise<Answer> {
    const forget = this.browser.remove();
    if (completed.kind === 'app') return goOnPage(completed.url, [forget]);
    if (completed.kind === 'linked') return goOnPage(completed.returnTo, [forget]);
    const { user, authentication } = completed.admitted;
    const device = this.loginCookies.deviceToken(cookies);
    const login = await this.loginBrowser.open(user, authentication, device);
    return goOnPage(completed.returnTo, [forget, ...this.loginCookies.keep(login)]);
  }
}
