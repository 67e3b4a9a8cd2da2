import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, Public, RequirePermission } from '../../../core/access/index.js';
import { RememberDevice } from '../../authenticator/index.js';
import { LoginWithEmail } from '../domain/commands/login-with-email.js';
import { LoginWithPasskey } from '../domain/commands/login-with-passkey.js';
import { Login } from '../domain/commands/login.js';
import { RequestEmailLogin } from '../domain/commands/request-email-login.js';
import { StepUp, type StepUpProof } from '../domain/commands/step-up.js';
import { VerifySecondFactor } from '../domain/commands/verify-second-factor.js';
import type { SecondFactorProof } from '../domain/second-factor-proof.js';
import type { TokenResponse } from './auth.dto.js';
import {
  ChallengeRequest,
  EmailCodeRequest,
  EmailLoginRequest,
  type EmailLoginResponse,
  PasskeyLoginRequest,
  SecondFactorRequest,
  StepUpRequest,
  type StepUpResponse,
} from './second-factor.dto.js';

/** Ways in beside the password, and showing once more who one is. */
@ApiTags('login')
@Controller('auth/v1')
export class SecondFactorController {
  constructor(
    private readonly login: Login,
    private readonly verifySecondFactor: VerifySecondFactor,
    private readonly rememberDevice: RememberDevice,
    private readonly loginWithPasskey: LoginWithPasskey,
    private readonly requestEmailLogin: RequestEmailLogin,
    private readonly loginWithEmail: LoginWithEmail,
    private readonly stepUp: StepUp,
  ) {}

  /** Finish a login that waits for a second factor. */
  @Post('login/second-factor')
  @HttpCode(200)
  @Public()
  async secondFactor(@Body() request: SecondFactorRequest): Promise<TokenResponse> {
    const { challenge, rememberDevice = false, deviceToken, ...proof } = request;
    const admitted = await this.verifySecondFactor.execute(challenge, proof as SecondFactorProof);
    const tokens = await this.login.admit(admitted, deviceToken);
    if (rememberDevice) await this.rememberDevice.execute(admitted.user.id, tokens.deviceToken);
    return tokens;
  }

  /** Options to show a passkey as the second factor. */
  @Post('login/second-factor/passkey-options')
  @HttpCode(200)
  @Public()
  secondFactorOptions(@Body() { challenge }: ChallengeRequest): Promise<object> {
    return this.verifySecondFactor.passkeyOptions(challenge);
  }

  /** Options to log in with a passkey alone. */
  @Post('login/passkey-options')
  @HttpCode(200)
  @Public()
  passkeyOptions(): Promise<object> {
    return this.loginWithPasskey.options();
  }

  /** Log in with a passkey alone. */
  @Post('login/passkey')
  @HttpCode(200)
  @Public()
  async passkey(@Body() { response, deviceToken }: PasskeyLoginRequest): Promise<TokenResponse> {
    const { user, authentication } = await this.loginWithPasskey.execute(response);
    return this.login.open(user, authentication, deviceToken);
  }

  /** Have a link or a code mailed that logs in. The answer is the same whether the address is known or not. */
  @Post('login/email')
  @HttpCode(202)
  @Public()
  async requestEmail(@Body() { email, kind }: EmailLoginRequest): Promise<EmailLoginResponse> {
    return { challenge: await this.requestEmailLogin.execute(email, kind) };
  }

  /** Log in with what was mailed. */
  @Post('login/email/code')
  @HttpCode(200)
  @Public()
  async emailCode(@Body() request: EmailCodeRequest): Promise<TokenResponse> {
    const { challenge, code, deviceToken } = request;
    const { user, authentication } = await this.loginWithEmail.execute(challenge, code);
    return this.login.open(user, authentication, deviceToken);
  }

  /** Show once more who you are (RFC 9470). The new access token tells of it. */
  @Post('step-up')
  @HttpCode(200)
  @RequirePermission('own_session:read')
  again(
    @CurrentPrincipal() { userId, sessionId }: Principal,
    @Body() proof: StepUpRequest,
  ): Promise<StepUpResponse> {
    return this.stepUp.execute(userId, sessionId, proof as StepUpProof);
  }

  /** Options to show a passkey once more. */
  @Post('step-up/passkey-options')
  @HttpCode(200)
  @RequirePermission('own_session:read')
  stepUpOptions(@CurrentPrincipal() { userId }: Principal): Promise<object> {
    return this.stepUp.passkeyOptions(userId);
  }
}
