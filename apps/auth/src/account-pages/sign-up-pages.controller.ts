import { Body, Get, Post } from '@nestjs/common';
import { Public } from '../core/access/index.js';
import { LiveSettings } from '../core/settings/index.js';
import { SignUp } from '../modules/account/index.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { answerForm, readForm } from './http/form.js';
import { SignUpForm } from './http/forms.dto.js';
import type { Answer } from './http/page.js';
import { checkMailPage, signUpClosedPage, signUpPage } from './pages/sign-up.page.js';

/** Making an account of one's own. */
@AccountPages()
export class SignUpPagesController {
  constructor(
    private readonly settings: LiveSettings,
    private readonly signUp: SignUp,
  ) {}

  @Get('sign-up')
  @Public()
  form(): Answer {
    return this.settings.values.signUp === 'open' ? signUpPage(this.minLength) : signUpClosedPage();
  }

  @Post('sign-up')
  @Public()
  create(@Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        await this.signUp.execute(await readForm(SignUpForm, body));
        return checkMailPage();
      },
      body,
      (state, status) =>
        state.refusal?.code === 'sign_up_closed'
          ? signUpClosedPage()
          : signUpPage(this.minLength, state, status),
    );
  }

  private get minLength(): number {
    return this.settings.values.passwordMinLength;
  }
}
