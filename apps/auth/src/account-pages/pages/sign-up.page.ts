import { type Html, html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, emailField, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';
import { languageButtons } from './language-buttons.js';

/** Mails to the new account are in the language in which it was made. */
export function signUpPage(minLength: number, state: FormState = {}, status = 200): Page {
  return new Page(
    'signUp.title',
    (speech) =>
      html`<h1>${speech.say('signUp.title')}</h1>
        <p>${speech.say('signUp.purpose')}</p>
        ${alert(speech, state)}
        <form method="post" action="${ACCOUNT_PATH}/sign-up">
          <input type="hidden" name="locale" value="${speech.language}" />
          ${nameField(speech, state)} ${emailField(speech, state)}
          ${newPasswordField(speech, state, minLength)}
          <button type="submit">${speech.say('signUp.button')}</button>
        </form>
        <a class="back" href="${ACCOUNT_PATH}/login">${speech.say('signUp.haveOne')}</a>
        ${languageButtons(speech, `${ACCOUNT_PATH}/sign-up`)}`,
    { status },
  );
}

/** The field for what somebody is called. */
export const nameField = (speech: PageSpeech, state: FormState): Html =>
  field(speech, state, {
    name: 'displayName',
    label: speech.say('form.name'),
    autocomplete: 'name',
    required: false,
  });

/** The field for a password that is chosen. */
export const newPasswordField = (
  speech: PageSpeech,
  state: FormState,
  minLength: number,
  label = speech.say('form.password'),
): Html =>
  field(speech, state, {
    name: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    hint: speech.say('form.passwordHint', { count: minLength }),
  });

export const signUpClosedPage = (): Page =>
  new Page(
    'signUp.closed',
    ({ say }) =>
      html`<h1>${say('signUp.closed')}</h1>
        <p>${say('signUp.closedHint')}</p>
        <a href="${ACCOUNT_PATH}/login">${say('logIn')}</a>`,
    { status: 403 },
  );

/** The same, whether the address is known or not. */
export const checkMailPage = (): Page =>
  new Page(
    'checkMail.title',
    ({ say }) =>
      html`<h1>${say('checkMail.title')}</h1>
        <p>${say('checkMail.hint')}</p>
        <a href="${ACCOUNT_PATH}/login">${say('logIn')}</a>`,
    { status: 202 },
  );
