import { Body, Get, Post } from '@nestjs/common';
import { Public } from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
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
    @InjectConfig() private readonly config: AppConfig,
    private readonly signUp: SignUp,
  ) {}

  @Get('sign-up')
  @Public()
  form(): Answer {
    return this.config.signUp === 'open' ? signUpPage() : signUpClosedPage();
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
        state.refusal?.code === 'sign_up_closed' ? signUpClosedPage() : signUpPage(state, status),
    );
  }
}
