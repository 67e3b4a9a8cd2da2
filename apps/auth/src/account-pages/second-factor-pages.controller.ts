import { Body, Get, Headers, Post, Query } from '@nestjs/common';
import { CurrentPrincipal, type Principal, Public, RequirePermission } from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import {
  LoginBrowser,
  LoginCookies,
  type SecondFactorProof,
  StepUp,
  VerifySecondFactor,
} from '../modules/auth/index.js';
import { RememberDevice } from '../modules/authenticator/index.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { ConfirmForm, SecondFactorForm } from './http/factor-forms.dto.js';
import { answerForm, readForm } from './http/form.js';
import { type Answer, Data, Redirect } from './http/page.js';
import { passkeyResponse } from './http/passkey-response.js';
import { returnPath } from './http/return-path.js';
import { confirmPage } from './pages/confirm.page.js';
import { secondFactorPage } from './pages/second-factor.page.js';
import { methodsOf } from './waiting-login.js';

/** The second step of a login, and showing once more who one is. */
@AccountPages()
export class SecondFactorPagesController {
  private readonly mayRemember: boolean;

  constructor(
    @InjectConfig() { rememberedDeviceDays }: AppConfig,
    private readonly verifySecondFactor: VerifySecondFactor,
    private readonly loginBrowser: LoginBrowser,
    private readonly rememberDevice: RememberDevice,
    private readonly stepUp: StepUp,
    private readonly loginCookies: LoginCookies,
  ) {
    this.mayRemember = rememberedDeviceDays > 0;
  }

  @Post('second-factor')
  @Public()
  finish(@Body() body: unknown, @Headers('cookie') cookies?: string): Promise<Answer> {
    return answerForm(
      async () => {
        const form = await readForm(SecondFactorForm, body);
        const admitted = await this.verifySecondFactor.execute(form.challenge, proofOf(form));
        const login = await this.loginBrowser.admit(admitted, this.loginCookies.deviceToken(cookies));
        if (form.rememberDevice === 'yes' && this.mayRemember)
          await this.rememberDevice.execute(admitted.user.id, login.deviceToken);
        return new Redirect(returnPath(form.returnTo), this.loginCookies.keep(login));
      },
      body,
      (state, status) => {
        const { challenge = '', methods = '', returnTo } = body as Record<string, string | undefined>;
        const known = methodsOf(methods);
        return secondFactorPage(
          { ...state, challenge, methods: known, returnTo, mayRemember: this.mayRemember },
          status,
        );
      },
    );
  }

  @Post('passkeys/second-factor-options')
  @Public()
  async secondFactorOptions(@Body() body: Record<string, string>): Promise<Answer> {
    return new Data(await this.verifySecondFactor.passkeyOptions(body.challenge ?? ''));
  }

  @Get('confirm')
  @RequirePermission('own_session:read')
  async confirmForm(
    @CurrentPrincipal() { userId }: Principal,
    @Query('returnTo') returnTo?: string,
  ): Promise<Answer> {
    return confirmPage({ methods: await this.stepUp.methods(userId), returnTo });
  }

  @Post('confirm')
  @RequirePermission('own_session:read')
  confirm(@CurrentPrincipal() { userId, sessionId }: Principal, @Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        const form = await readForm(ConfirmForm, body);
        const { method, password = '', code, response } = form;
        await this.stepUp.execute(
          userId,
          sessionId,
          method === 'password' ? { method, password } : proofOf({ method, code, response }),
        );
        return new Redirect(returnPath(form.returnTo));
      },
      body,
      async (state, status) => {
        const methods = await this.stepUp.methods(userId);
        return confirmPage({ ...state, methods, returnTo: state.values?.returnTo }, status);
      },
    );
  }

  @Post('passkeys/confirm-options')
  @RequirePermission('own_session:read')
  async confirmOptions(@CurrentPrincipal() { userId }: Principal): Promise<Answer> {
    return new Data(await this.stepUp.passkeyOptions(userId));
  }
}

const proofOf = ({
  method,
  code = '',
  response,
}: Pick<SecondFactorForm, 'method'> & {
  code?: string | undefined;
  response?: string | undefined;
}): SecondFactorProof =>
  method === 'passkey' ? { method, response: passkeyResponse(response) } : { method, code: code.trim() };
