import { html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';

export const emailLoginPage = (state: FormState = {}, status = 200): Page =>
  new Page(
    'Log in by mail',
    html`<h1>Log in by mail</h1>
      <p>We send you a code.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/login-email">
        ${field(state, {
          name: 'email',
          label: 'E-mail',
          type: 'email',
          autocomplete: 'username',
          maxLength: 254,
        })}
        <button type="submit">Send the code</button>
      </form>
      <a class="back" href="${ACCOUNT_PATH}/login">Back to the login</a>`,
    { status },
  );

/** The same, whether the address is known or not. */
export const emailCodePage = (state: FormState = {}, status = 200): Page =>
  new Page(
    'Your code',
    html`<h1>Look into your mail</h1>
      <p>If there is an account with this address, a mail with a code is on its way.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/login-code">
        ${field(state, {
          name: 'code',
          label: 'Code',
          autocomplete: 'one-time-code',
          inputMode: 'numeric',
          maxLength: 8,
        })}
        <button type="submit">Log in</button>
      </form>
      <a class="back" href="${ACCOUNT_PATH}/login-email">Send another one</a>`,
    { status },
  );

export const emailLinkPage = (state: FormState & { readonly code: string }, status = 200): Page =>
  new Page(
    'Log in',
    html`<h1>Log in</h1>
      <p>It works in the browser in which you asked for the link.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/login-link">
        <input type="hidden" name="code" value="${state.code}" />
        <button type="submit">Log in</button>
      </form>`,
    { status },
  );
