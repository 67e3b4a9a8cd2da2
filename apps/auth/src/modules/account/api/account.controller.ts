import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../../core/access/index.js';
import { RequestEmailVerification } from '../domain/commands/request-email-verification.js';
import { RequestPasswordReset } from '../domain/commands/request-password-reset.js';
import { ResetPassword } from '../domain/commands/reset-password.js';
import { SignUp } from '../domain/commands/sign-up.js';
import { VerifyEmail } from '../domain/commands/verify-email.js';
import { EmailRequest, LinkRequest, ResetPasswordRequest, SignUpRequest } from './account.dto.js';

@ApiTags('account')
@Controller('auth/v1')
export class AccountController {
  constructor(
    private readonly signUp: SignUp,
    private readonly requestVerification: RequestEmailVerification,
    private readonly verifyEmail: VerifyEmail,
    private readonly requestReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  /** Sign up. The answer is the same whether the address is known or not; the account begins with the mailed link. */
  @Post('register')
  @HttpCode(202)
  @Public()
  register(@Body() registration: SignUpRequest): Promise<void> {
    return this.signUp.execute(registration);
  }

  /** Have the link mailed once more that confirms an address. */
  @Post('email/resend')
  @HttpCode(202)
  @Public()
  resend(@Body() { email }: EmailRequest): Promise<void> {
    return this.requestVerification.execute(email);
  }

  /** Confirm an address by the token of a mailed link: of a sign-up, of an account, or of a change. */
  @Post('email/verify')
  @HttpCode(204)
  @Public()
  verify(@Body() { token }: LinkRequest): Promise<void> {
    return this.verifyEmail.execute(token);
  }

  /** Have a link mailed that sets a new password. The answer is the same whether the address is known or not. */
  @Post('password/forgot')
  @HttpCode(202)
  @Public()
  forgot(@Body() { email }: EmailRequest): Promise<void> {
    return this.requestReset.execute(email);
  }

  /** Set a new password by the token of a mailed link. All sessions end. */
  @Post('password/reset')
  @HttpCode(204)
  @Public()
  reset(@Body() { token, password }: ResetPasswordRequest): Promise<void> {
    return this.resetPassword.execute(token, password);
  }
}
