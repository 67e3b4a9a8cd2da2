import type { AppConfig } from '../../core/config/index.js';
import { html } from '../../core/http/index.js';
import type { ProviderView } from '../../modules/federation/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { notice } from '../http/notices.js';
import { Page } from '../http/page.js';
import { providerButtons } from './federation.page.js';
import { passkeyForm, passkeyScript } from './passkey-form.js';

/** What the login page shows beside its form. */
export interface LoginPageState extends FormState {
  readonly done?: unknown;
  readonly returnTo?: string | undefined;
  readonly signUpOpen: boolean;
  readonly emailLogin: boolean;
  readonly providers: readonly ProviderView[];
}

/** Which ways in there are. */
export const waysIn = (
  { emailLogin, identityProviders }: AppConfig,
  { signUp }: Pick<AppConfig, 'signUp'>,
) => ({
  providers: identityProviders,
  signUpOpen: signUp === 'open',
  emailLogin: emailLogin === 'on',
});

export function loginPage(state: LoginPageState, status = 200): Page {
  const signUp = state.signUpOpen
    ? html`<a class="back" href="${ACCOUNT_PATH}/sign-up">Make an account</a>`
    : html``;
  return new Page(
    'Log in',
    html`<h1>Log in</h1>
      <p>To your account.</p>
      ${notice(state.done)} ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/login">
        <input type="hidden" name="returnTo" value="${state.returnTo ?? ''}" />
        ${field(state, {
          name: 'email',
          label: 'E-mail',
          type: 'email',
          autocomplete: 'username',
          maxLength: 254,
        })}
        ${field(state, {
          name: 'password',
          label: 'Password',
          type: 'password',
          autocomplete: 'current-password',
        })}
        <button type="submit">Log in</button>
      </form>
      ${providerButtons(state.providers, state.returnTo)}
      ${passkeyForm({
        ceremony: 'get',
        action: 'passkeys/login',
        options: 'passkeys/login-options',
        otherwise: 'login',
        label: 'Log in with a passkey',
        kind: 'quiet',
        fields: html`<input type="hidden" name="returnTo" value="${state.returnTo ?? ''}" />`,
      })}
      ${
        state.emailLogin
          ? html`<a class="back" href="${ACCOUNT_PATH}/login-email">Log in by mail</a>`
          : html``
      }
      <a class="back" href="${ACCOUNT_PATH}/forgot-password">Forgot your password?</a>
      ${signUp} ${passkeyScript}`,
    { status, scripted: true },
  );
}
