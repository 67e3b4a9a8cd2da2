import { Body, Get, Headers, Post } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { Public } from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import { LiveSettings } from '../core/settings/index.js';
import { LoginBrowser, LoginCookies, LoginWithPasskey } from '../modules/auth/index.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { PasskeyLoginForm } from './http/factor-forms.dto.js';
import { answerForm, readForm } from './http/form.js';
import { type Answer, Data, Redirect, Script } from './http/page.js';
import { passkeyResponse } from './http/passkey-response.js';
import { returnPath } from './http/return-path.js';
import { loginPage, waysIn } from './pages/login.page.js';
import { waitingLoginPage } from './waiting-login.js';

const script = new Script(readFileSync(new URL('./browser/passkeys.js', import.meta.url), 'utf8'));

/** Logging in with a passkey alone, and the script that all passkeys need. */
@AccountPages()
export class PasskeyLoginPagesController {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: LiveSettings,
    private readonly loginCookies: LoginCookies,
    private readonly loginWithPasskey: LoginWithPasskey,
    private readonly loginBrowser: LoginBrowser,
  ) {}

  @Get('passkeys.js')
  @Public()
  script(): Answer {
    return script;
  }

  @Post('passkeys/login-options')
  @Public()
  async options(): Promise<Answer> {
    return new Data(await this.loginWithPasskey.options());
  }

  @Post('passkeys/login')
  @Public()
  logIn(@Body() body: unknown, @Headers('cookie') cookies?: string): Promise<Answer> {
    return answerForm(
      async () => {
        const { response, returnTo } = await readForm(PasskeyLoginForm, body);
        const { user, authentication } = await this.loginWithPasskey.execute(passkeyResponse(response));
        const device = this.loginCookies.deviceToken(cookies);
        const login = await this.loginBrowser.open(user, authentication, device);
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
}
