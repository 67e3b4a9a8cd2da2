import { html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, emailField } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';
import { nameField, newPasswordField } from './sign-up.page.js';

/** A form of a mailed link: its token travels on in the form. */
export interface LinkPageState extends FormState {
  readonly token: string;
}

/** The same where a password is chosen. */
export interface PasswordPageState extends LinkPageState {
  readonly minPasswordLength: number;
}

const tokenField = (token: string) => html`<input type="hidden" name="token" value="${token}" />`;

/**
 * The page of a mailed link that asks for nothing. The link is used up only by the button, since mail programs open
 * links by themselves.
 */
const buttonPage =
  (path: string, words: string) =>
  (state: LinkPageState, status = 200): Page =>
    new Page(
      `${words}.title`,
      (speech) =>
        html`<h1>${speech.say(`${words}.title`)}</h1>
          <p>${speech.say(`${words}.purpose`)}</p>
          ${alert(speech, state)}
          <form method="post" action="${ACCOUNT_PATH}/${path}">
            ${tokenField(state.token)}
            <button type="submit">${speech.say(`${words}.button`)}</button>
          </form>`,
      { status },
    );

export const verifyEmailPage = buttonPage('verify-email', 'verifyEmail');
export const cancelEmailChangePage = buttonPage('cancel-email-change', 'cancelEmailChange');
export const joinTeamPage = buttonPage('join-team', 'joinTeam');

export const forgotPasswordPage = (state: FormState = {}, status = 200): Page =>
  new Page(
    'forgotPassword.title',
    (speech) =>
      html`<h1>${speech.say('forgotPassword.title')}</h1>
        <p>${speech.say('forgotPassword.purpose')}</p>
        ${alert(speech, state)}
        <form method="post" action="${ACCOUNT_PATH}/forgot-password">
          ${emailField(speech, state)}
          <button type="submit">${speech.say('forgotPassword.button')}</button>
        </form>
        <a class="back" href="${ACCOUNT_PATH}/login">${speech.say('form.backToLogin')}</a>`,
    { status },
  );

export const resetPasswordPage = (state: PasswordPageState, status = 200): Page =>
  new Page(
    'resetPassword.title',
    (speech) =>
      html`<h1>${speech.say('resetPassword.title')}</h1>
        <p>${speech.say('resetPassword.purpose')}</p>
        ${alert(speech, state)}
        <form method="post" action="${ACCOUNT_PATH}/reset-password">
          ${tokenField(state.token)}
          ${newPasswordField(speech, state, state.minPasswordLength, speech.say('form.newPassword'))}
          <button type="submit">${speech.say('resetPassword.button')}</button>
        </form>`,
    { status },
  );

export const invitationPage = (state: PasswordPageState, status = 200): Page =>
  new Page(
    'invitation.title',
    (speech) =>
      html`<h1>${speech.say('invitation.welcome')}</h1>
        <p>${speech.say('invitation.purpose')}</p>
        ${alert(speech, state)}
        <form method="post" action="${ACCOUNT_PATH}/invitation">
          ${tokenField(state.token)} ${nameField(speech, state)}
          ${newPasswordField(speech, state, state.minPasswordLength)}
          <button type="submit">${speech.say('invitation.button')}</button>
        </form>`,
    { status },
  );

/** Used, too old, or never ours: all look the same. */
export const invalidLinkPage = (): Page =>
  new Page(
    'invalidLink.title',
    ({ say }) =>
      html`<h1>${say('invalidLink.heading')}</h1>
        <p>${say('invalidLink.reasons')}</p>
        <a href="${ACCOUNT_PATH}/forgot-password">${say('invalidLink.another')}</a>
        <a class="back" href="${ACCOUNT_PATH}/login">${say('logIn')}</a>`,
    { status: 410 },
  );
