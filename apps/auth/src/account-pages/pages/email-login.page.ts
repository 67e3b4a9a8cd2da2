import { html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, emailField, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';

export const emailLoginPage = (state: FormState = {}, status = 200): Page =>
  new Page(
    'emailLogin.title',
    (speech) =>
      html`<h1>${speech.say('emailLogin.title')}</h1>
        <p>${speech.say('emailLogin.purpose')}</p>
        ${alert(speech, state)}
        <form method="post" action="${ACCOUNT_PATH}/login-email">
          ${emailField(speech, state)}
          <button type="submit">${speech.say('emailLogin.send')}</button>
        </form>
        <a class="back" href="${ACCOUNT_PATH}/login">${speech.say('form.backToLogin')}</a>`,
    { status },
  );

/** The same, whether the address is known or not. */
export const emailCodePage = (state: FormState = {}, status = 200): Page =>
  new Page(
    'emailLogin.codeTitle',
    (speech) =>
      html`<h1>${speech.say('checkMail.title')}</h1>
        <p>${speech.say('emailLogin.onItsWay')}</p>
        ${alert(speech, state)}
        <form method="post" action="${ACCOUNT_PATH}/login-code">
          ${field(speech, state, {
            name: 'code',
            label: speech.say('emailLogin.code'),
            autocomplete: 'one-time-code',
            inputMode: 'numeric',
            maxLength: 8,
          })}
          <button type="submit">${speech.say('logIn')}</button>
        </form>
        <a class="back" href="${ACCOUNT_PATH}/login-email">${speech.say('emailLogin.another')}</a>`,
    { status },
  );

export const emailLinkPage = (state: FormState & { readonly code: string }, status = 200): Page =>
  new Page(
    'logIn',
    (speech) =>
      html`<h1>${speech.say('logIn')}</h1>
        <p>${speech.say('emailLogin.sameBrowser')}</p>
        ${alert(speech, state)}
        <form method="post" action="${ACCOUNT_PATH}/login-link">
          <input type="hidden" name="code" value="${state.code}" />
          <button type="submit">${speech.say('logIn')}</button>
        </form>`,
    { status },
  );
