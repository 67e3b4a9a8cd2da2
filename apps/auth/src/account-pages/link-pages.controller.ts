import { Body, Get, Post, Query } from '@nestjs/common';
import { Public } from '../core/access/index.js';
import { AppError } from '../core/errors/index.js';
import { LiveSettings } from '../core/settings/index.js';
import {
  AcceptInvitation,
  CancelEmailChange,
  type LinkPurpose,
  LookAtLink,
  RequestPasswordReset,
  ResetPassword,
  VerifyEmail,
} from '../modules/account/index.js';
import { AcceptTeamInvitation, LookAtTeamInvitation } from '../modules/team/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { answerForm, type FormState, readForm } from './http/form.js';
import { EmailForm, InvitationForm, LinkForm, ResetPasswordForm } from './http/forms.dto.js';
import type { Notice } from './http/notices.js';
import { type Answer, type Page, Redirect } from './http/page.js';
import {
  cancelEmailChangePage,
  forgotPasswordPage,
  invalidLinkPage,
  invitationPage,
  joinTeamPage,
  type PasswordPageState,
  resetPasswordPage,
  verifyEmailPage,
} from './pages/links.page.js';
import { checkMailPage } from './pages/sign-up.page.js';

type LinkPage = (state: PasswordPageState, status?: number) => Page;

/** The pages that mailed links open. Looking at one changes nothing; its button does. */
@AccountPages()
export class LinkPagesController {
  constructor(
    private readonly settings: LiveSettings,
    private readonly lookAtLink: LookAtLink,
    private readonly verifyEmail: VerifyEmail,
    private readonly cancelEmailChange: CancelEmailChange,
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly lookAtTeamInvitation: LookAtTeamInvitation,
    private readonly acceptTeamInvitation: AcceptTeamInvitation,
  ) {}

  @Get('verify-email')
  @Public()
  verifyForm(@Query('token') token: unknown): Promise<Answer> {
    return this.look(verifyEmailPage, token, 'sign_up', 'email_verification', 'email_change');
  }

  @Post('verify-email')
  @Public()
  verify(@Body() body: unknown): Promise<Answer> {
    return this.follow(verifyEmailPage, body, 'email-confirmed', async () =>
      this.verifyEmail.execute((await readForm(LinkForm, body)).token),
    );
  }

  @Get('cancel-email-change')
  @Public()
  cancelForm(@Query('token') token: unknown): Promise<Answer> {
    return this.look(cancelEmailChangePage, token, 'email_change_cancel');
  }

  @Post('cancel-email-change')
  @Public()
  cancel(@Body() body: unknown): Promise<Answer> {
    return this.follow(cancelEmailChangePage, body, 'email-cancelled', async () =>
      this.cancelEmailChange.byLink((await readForm(LinkForm, body)).token),
    );
  }

  @Get('forgot-password')
  @Public()
  forgotForm(): Answer {
    return forgotPasswordPage();
  }

  @Post('forgot-password')
  @Public()
  forgot(@Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        await this.requestPasswordReset.execute((await readForm(EmailForm, body)).email);
        return checkMailPage();
      },
      body,
      forgotPasswordPage,
    );
  }

  @Get('reset-password')
  @Public()
  resetForm(@Query('token') token: unknown): Promise<Answer> {
    return this.look(resetPasswordPage, token, 'password_reset');
  }

  @Post('reset-password')
  @Public()
  reset(@Body() body: unknown): Promise<Answer> {
    return this.follow(resetPasswordPage, body, 'password-reset', async () => {
      const { token, password } = await readForm(ResetPasswordForm, body);
      await this.resetPassword.execute(token, password);
    });
  }

  @Get('invitation')
  @Public()
  invitationForm(@Query('token') token: unknown): Promise<Answer> {
    return this.look(invitationPage, token, 'invitation');
  }

  @Post('invitation')
  @Public()
  accept(@Body() body: unknown): Promise<Answer> {
    return this.follow(invitationPage, body, 'invitation-accepted', async () => {
      const { token, password, displayName } = await readForm(InvitationForm, body);
      await this.acceptInvitation.execute(token, {
        password,
        ...(displayName === '' || displayName === undefined ? {} : { displayName }),
      });
    });
  }

  @Get('join-team')
  @Public()
  async joinTeamForm(@Query('token') token: unknown): Promise<Answer> {
    const works = typeof token === 'string' && (await this.lookAtTeamInvitation.execute(token));
    return works ? joinTeamPage({ token }) : invalidLinkPage();
  }

  @Post('join-team')
  @Public()
  joinTeam(@Body() body: unknown): Promise<Answer> {
    return this.follow(joinTeamPage, body, 'team-joined', async () =>
      this.acceptTeamInvitation.execute((await readForm(LinkForm, body)).token),
    );
  }

  private get policy(): Pick<PasswordPageState, 'minPasswordLength'> {
    return { minPasswordLength: this.settings.values.passwordMinLength };
  }

  private async look(page: LinkPage, token: unknown, ...purposes: LinkPurpose[]): Promise<Answer> {
    const works = typeof token === 'string' && (await this.lookAtLink.execute(token, ...purposes));
    return works ? page({ token, ...this.policy }) : invalidLinkPage();
  }

  private follow(page: LinkPage, body: unknown, done: Notice, work: () => Promise<void>): Promise<Answer> {
    const again = (state: FormState, status: number): Page =>
      isLinkRefused(state.refusal)
        ? invalidLinkPage()
        : page({ ...state, ...this.policy, token: tokenOf(body) }, status);
    return answerForm(
      async () => {
        await work();
        return new Redirect(`${ACCOUNT_PATH}/login?done=${done}`);
      },
      body,
      again,
    );
  }
}

const isLinkRefused = (refusal: AppError | undefined): boolean =>
  refusal?.code === 'invalid_link' || refusal?.errors?.some(({ field }) => field === 'token') === true;

function tokenOf(body: unknown): string {
  const { token } = (body ?? {}) as { token?: unknown };
  return typeof token === 'string' ? token : '';
}
