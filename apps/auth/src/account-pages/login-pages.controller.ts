import { Body, Get, Headers, Post, Query } from '@nestjs/common';
import {
  EvenWhileImpersonating,
  type Principal,
  Public,
  RequirePermission,
  Visitor,
  CurrentPrincipal,
} from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import { SessionCookie } from '../core/http/index.js';
import { LiveSettings } from '../core/settings/index.js';
import { ImpersonationCookies, LoginBrowser, LoginCookies } from '../modules/auth/index.js';
import { EndSession } from '../modules/session/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { answerForm, readForm } from './http/form.js';
import { LoginForm } from './http/forms.dto.js';
import { type Answer, Redirect } from './http/page.js';
import { returnPath } from './http/return-path.js';
import { loginPage, waysIn } from './pages/login.page.js';
import { waitingLoginPage } from './waiting-login.js';

/** Logging in and out with a browser. */
@AccountPages()
export class LoginPagesController {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: LiveSettings,
    private readonly cookie: SessionCookie,
    private readonly loginCookies: LoginCookies,
    private readonly impersonation: ImpersonationCookies,
    private readonly loginBrowser: LoginBrowser,
    private readonly endSession: EndSession,
  ) {}

  @Get('login')
  @Public()
  form(
    @Visitor() visitor: Principal | null,
    @Query('returnTo') returnTo?: string,
    @Query('done') done?: string,
  ): Answer {
    if (visitor !== null) return new Redirect(returnPath(returnTo));
    return loginPage({ returnTo, done, ...waysIn(this.config, this.settings.values) });
  }

  @Post('login')
  @Public()
  logIn(
    @Visitor() visitor: Principal | null,
    @Body() body: unknown,
    @Headers('cookie') cookies?: string,
  ): Promise<Answer> {
    return answerForm(
      async () => {
        const { email, password, returnTo } = await readForm(LoginForm, body);
        const device = this.loginCookies.deviceToken(cookies);
        const login = await this.loginBrowser.execute({ email, password }, device);
        // Whoever had this browser before is out.
        if (visitor !== null) await this.end(visitor);
        await this.impersonation.dismiss(cookies);
        return new Redirect(returnPath(returnTo), this.loginCookies.keep(login));
      },
      body,
      (state, status) => {
        const { returnTo } = state.values ?? {};
        const waiting = waitingLoginPage(state, returnTo, this.config.rememberedDeviceDays > 0);
        return (
          waiting ?? loginPage({ ...state, returnTo, ...waysIn(this.config, this.settings.values) }, status)
        );
      },
    );
  }

  @Post('logout')
  @RequirePermission('own_session:end')
  @EvenWhileImpersonating()
  async logOut(
    @CurrentPrincipal() principal: Principal,
    @Headers('cookie') cookies?: string,
  ): Promise<Answer> {
    await this.end(principal);
    const dismissed = await this.impersonation.dismiss(cookies);
    return new Redirect(`${ACCOUNT_PATH}/login?done=logged-out`, [this.cookie.remove(), ...dismissed]);
  }

  /** Whoever acts in somebody else's name goes with it: the browser is nobody's afterwards. */
  private async end({ sessionId, impersonator }: Principal): Promise<void> {
    await this.endSession.execute(impersonator?.sessionId ?? sessionId, 'logout');
  }
}
