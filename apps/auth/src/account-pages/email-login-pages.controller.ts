import { Body, Get, Headers, Post, Query } from '@nestjs/common';
import { Public } from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import { assertThat } from '../core/errors/index.js';
import { HostCookie } from '../core/http/index.js';
import { LoginBrowser, LoginCookies, LoginWithEmail, RequestEmailLogin } from '../modules/auth/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { EmailLoginForm } from './http/factor-forms.dto.js';
import { answerForm, type FormState, readForm } from './http/form.js';
import { EmailForm } from './http/forms.dto.js';
import { type Answer, type Page, Redirect } from './http/page.js';
import { emailCodePage, emailLinkPage, emailLoginPage } from './pages/email-login.page.js';
import { waitingLoginPage } from './waiting-login.js';

const ASKED_SECONDS = 600;

/** Logging in by a mail. What the asking browser keeps is a cookie: the mail alone is worth nothing elsewhere. */
@AccountPages()
export class EmailLoginPagesController {
  private readonly asked: HostCookie;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly loginCookies: LoginCookies,
    private readonly requestEmailLogin: RequestEmailLogin,
    private readonly loginWithEmail: LoginWithEmail,
    private readonly loginBrowser: LoginBrowser,
  ) {
    this.asked = new HostCookie(config.publicUrl, 'auth-email-login', ASKED_SECONDS);
  }

  @Get('login-email')
  @Public()
  form(): Answer {
    assertThat(this.config.emailLogin === 'on', 'email_login_off');
    return emailLoginPage();
  }

  @Post('login-email')
  @Public()
  ask(@Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        const { email } = await readForm(EmailForm, body);
        const asked = await this.requestEmailLogin.execute(email, 'code');
        return new Redirect(`${ACCOUNT_PATH}/login-code`, [this.asked.keep(asked)]);
      },
      body,
      emailLoginPage,
    );
  }

  @Get('login-code')
  @Public()
  codeForm(): Answer {
    return emailCodePage();
  }

  @Post('login-code')
  @Public()
  code(@Body() body: unknown, @Headers('cookie') cookies?: string): Promise<Answer> {
    return this.logIn(body, cookies, emailCodePage);
  }

  /** Looking at the link changes nothing; its button does. */
  @Get('login-link')
  @Public()
  linkForm(@Query('code') code: unknown): Answer {
    return emailLinkPage({ code: typeof code === 'string' ? code : '' });
  }

  @Post('login-link')
  @Public()
  link(@Body() body: unknown, @Headers('cookie') cookies?: string): Promise<Answer> {
    const { code = '' } = (body ?? {}) as { code?: string };
    return this.logIn(body, cookies, (state, status) => emailLinkPage({ ...state, code }, status));
  }

  private logIn(
    body: unknown,
    cookies: string | undefined,
    page: (state: FormState, status: number) => Page,
  ): Promise<Answer> {
    return answerForm(
      async () => {
        const { code } = await readForm(EmailLoginForm, body);
        const asked = this.asked.read(cookies) ?? '';
        const { user, authentication } = await this.loginWithEmail.execute(asked, code);
        const device = this.loginCookies.deviceToken(cookies);
        const login = await this.loginBrowser.open(user, authentication, device);
        return new Redirect(ACCOUNT_PATH, [...this.loginCookies.keep(login), this.asked.remove()]);
      },
      body,
      (state, status) =>
        waitingLoginPage(state, undefined, this.config.rememberedDeviceDays > 0) ?? page(state, status),
    );
  }
}
