import type { AppConfig } from '../../core/config/index.js';
import { type Html, html } from '../../core/http/index.js';
import type { ProviderView } from '../../modules/federation/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, emailField, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { notice } from '../http/notices.js';
import { Page } from '../http/page.js';
import { providerButtons } from './federation.page.js';
import { languageButtons } from './language-buttons.js';
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
  return new Page(
    'logIn',
    (speech) =>
      html`<h1>${speech.say('logIn')}</h1>
        <p>${speech.say('login.purpose')}</p>
        ${notice(speech, state.done)} ${alert(speech, state)}
        <form method="post" action="${ACCOUNT_PATH}/login">
          <input type="hidden" name="returnTo" value="${state.returnTo ?? ''}" />
          ${emailField(speech, state)}
          ${field(speech, state, {
            name: 'password',
            label: speech.say('form.password'),
            type: 'password',
            autocomplete: 'current-password',
          })}
          <button type="submit">${speech.say('logIn')}</button>
        </form>
        ${providerButtons(speech, state.providers, state.returnTo)}
        ${passkeyForm(speech, {
          ceremony: 'get',
          action: 'passkeys/login',
          options: 'passkeys/login-options',
          otherwise: 'login',
          label: speech.say('login.passkey'),
          kind: 'quiet',
          fields: html`<input type="hidden" name="returnTo" value="${state.returnTo ?? ''}" />`,
        })}
        ${state.emailLogin ? link('login-email', speech.say('emailLogin.title')) : html``}
        ${link('forgot-password', speech.say('forgotPassword.title'))}
        ${state.signUpOpen ? link('sign-up', speech.say('signUp.title')) : html``}
        ${languageButtons(speech, here(state))} ${passkeyScript}`,
    { status, scripted: true },
  );
}

const link = (path: string, label: string): Html =>
  html`<a class="back" href="${ACCOUNT_PATH}/${path}">${label}</a>`;

/** The page itself, which still knows where to go on. */
const here = ({ returnTo = '' }: LoginPageState): string =>
  `${ACCOUNT_PATH}/login${returnTo === '' ? '' : `?returnTo=${encodeURIComponent(returnTo)}`}`;
