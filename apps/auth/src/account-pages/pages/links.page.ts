import { html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';
import { newPasswordField } from './sign-up.page.js';

/** A form of a mailed link: its token travels on in the form. */
export interface LinkPageState extends FormState {
  readonly token: string;
}

/** The same where a password is chosen. */
export interface PasswordPageState extends LinkPageState {
  readonly minPasswordLength: number;
}

const tokenField = (token: string) => html`<input type="hidden" name="token" value="${token}" />`;

/** The link is used up only by the button, since mail programs open links by themselves. */
export const verifyEmailPage = (state: LinkPageState, status = 200): Page =>
  new Page(
    'Confirm your address',
    html`<h1>Confirm your address</h1>
      <p>One more step, and the address is yours here.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/verify-email">
        ${tokenField(state.token)}
        <button type="submit">Confirm</button>
      </form>`,
    { status },
  );

export const cancelEmailChangePage = (state: LinkPageState, status = 200): Page =>
  new Page(
    'Keep your address',
    html`<h1>Keep your address?</h1>
      <p>
        Somebody who knows your password asked to change the address of your account. If it was not you, keep
        the address and set a new password.
      </p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/cancel-email-change">
        ${tokenField(state.token)}
        <button type="submit">Keep my address</button>
      </form>`,
    { status },
  );

export const forgotPasswordPage = (state: FormState = {}, status = 200): Page =>
  new Page(
    'Forgot your password?',
    html`<h1>Forgot your password?</h1>
      <p>We send a link that sets a new one.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/forgot-password">
        ${field(state, {
          name: 'email',
          label: 'E-mail',
          type: 'email',
          autocomplete: 'username',
          maxLength: 254,
        })}
        <button type="submit">Send the link</button>
      </form>
      <a class="back" href="${ACCOUNT_PATH}/login">Back to the login</a>`,
    { status },
  );

export const resetPasswordPage = (state: PasswordPageState, status = 200): Page =>
  new Page(
    'New password',
    html`<h1>New password</h1>
      <p>All your sessions end, on every device.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/reset-password">
        ${tokenField(state.token)} ${newPasswordField(state, state.minPasswordLength, 'New password')}
        <button type="submit">Set the password</button>
      </form>`,
    { status },
  );

export const invitationPage = (state: PasswordPageState, status = 200): Page =>
  new Page(
    'Your invitation',
    html`<h1>Welcome</h1>
      <p>Choose a password, and your account is ready.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/invitation">
        ${tokenField(state.token)}
        ${field(state, { name: 'displayName', label: 'Name', autocomplete: 'name', required: false })}
        ${newPasswordField(state, state.minPasswordLength)}
        <button type="submit">Accept</button>
      </form>`,
    { status },
  );

export const joinTeamPage = (state: LinkPageState, status = 200): Page =>
  new Page(
    'Join the team',
    html`<h1>Join the team</h1>
      <p>You are in it from then on, and can leave it at any time.</p>
      ${alert(state)}
      <form method="post" action="${ACCOUNT_PATH}/join-team">
        ${tokenField(state.token)}
        <button type="submit">Join</button>
      </form>`,
    { status },
  );

/** Used, too old, or never ours: all look the same. */
export const invalidLinkPage = (): Page =>
  new Page(
    'Link not valid',
    html`<h1>This link does not work</h1>
      <p>It was used, is too old, or there is a newer one. You can have another one sent.</p>
      <a href="${ACCOUNT_PATH}/forgot-password">Have a link sent</a>
      <a class="back" href="${ACCOUNT_PATH}/login">Log in</a>`,
    { status: 410 },
  );
