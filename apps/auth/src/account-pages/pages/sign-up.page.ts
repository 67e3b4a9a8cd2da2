import { html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';

export function signUpPage(minLength: number, state: FormState = {}, status = 200): Page {
  return new Page(
    'Make an account',
    html`<h1>Make an account</h1>
      <p>We send you a link that confirms your address.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/sign-up">
        ${field(state, { name: 'displayName', label: 'Name', autocomplete: 'name', required: false })}
        ${field(state, {
          name: 'email',
          label: 'E-mail',
          type: 'email',
          autocomplete: 'username',
          maxLength: 254,
        })}
        ${newPasswordField(state, minLength)}
        <button type="submit">Make the account</button>
      </form>
      <a class="back" href="${ACCOUNT_PATH}/login">You have one? Log in</a>`,
    { status },
  );
}

/** The field for a password that is chosen. */
export const newPasswordField = (state: FormState, minLength: number, label = 'Password') =>
  field(state, {
    name: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    hint: `At least ${minLength} characters: a few words are easier to remember than signs.`,
  });

export const signUpClosedPage = (): Page =>
  new Page(
    'Sign-up is closed',
    html`<h1>Sign-up is closed</h1>
      <p>Ask an administrator to invite you.</p>
      <a href="${ACCOUNT_PATH}/login">Log in</a>`,
    { status: 403 },
  );

/** The same, whether the address is known or not. */
export const checkMailPage = (): Page =>
  new Page(
    'Look into your mail',
    html`<h1>Look into your mail</h1>
      <p>If the address can be used for this, a mail with a link is on its way. It may take a minute.</p>
      <a href="${ACCOUNT_PATH}/login">Log in</a>`,
    { status: 202 },
  );
