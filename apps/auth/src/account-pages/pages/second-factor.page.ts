import { type Html, html } from '../../core/http/index.js';
import type { SecondFactorMethod } from '../../modules/authenticator/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';
import { passkeyForm, passkeyScript } from './passkey-form.js';

/** A login that waits for its second factor. */
export interface SecondFactorPageState extends FormState {
  readonly challenge: string;
  readonly methods: readonly SecondFactorMethod[];
  readonly returnTo?: string | undefined;
  /** Whether devices may be remembered. */
  readonly mayRemember: boolean;
}

export function secondFactorPage(state: SecondFactorPageState, status = 401): Page {
  const { methods } = state;
  const hidden = html`<input type="hidden" name="challenge" value="${state.challenge}" />
    <input type="hidden" name="methods" value="${methods.join(',')}" />
    <input type="hidden" name="returnTo" value="${state.returnTo ?? ''}" />`;
  return new Page(
    'Second factor',
    html`<h1>One more step</h1>
      <p>Show that it is you.</p>
      ${alert(state)} ${methods.includes('totp') ? totpForm(state, hidden) : html``}
      ${
        methods.includes('passkey')
          ? passkeyForm({
              ceremony: 'get',
              action: 'second-factor',
              options: 'passkeys/second-factor-options',
              otherwise: 'login',
              label: 'Use a passkey',
              fields: html`${hidden}<input
                  type="hidden"
                  name="method"
                  value="passkey"
                />${remember(state, 'passkey')}`,
            })
          : html``
      }
      ${methods.includes('recovery_code') ? recoveryForm(hidden) : html``}
      <a class="back" href="${ACCOUNT_PATH}/login">Begin again</a>
      ${passkeyScript}`,
    { status, scripted: true },
  );
}

const totpForm = (state: SecondFactorPageState, hidden: Html): Html =>
  html`<form method="post" action="${ACCOUNT_PATH}/second-factor">
    ${hidden}<input type="hidden" name="method" value="totp" />
    ${field(state, {
      name: 'code',
      label: 'Code of your app',
      autocomplete: 'one-time-code',
      inputMode: 'numeric',
      maxLength: 6,
    })}
    ${remember(state, 'totp')}
    <button type="submit">Go on</button>
  </form>`;

const recoveryForm = (hidden: Html): Html =>
  html`<details>
    <summary>Use a recovery code</summary>
    <form method="post" action="${ACCOUNT_PATH}/second-factor">
      ${hidden}<input type="hidden" name="method" value="recovery_code" />
      <label for="recovery-code">Recovery code</label>
      <input id="recovery-code" name="code" type="text" autocomplete="off" maxlength="40" required />
      <button type="submit">Use it up</button>
    </form>
  </details>`;

const remember = ({ mayRemember }: SecondFactorPageState, id: string): Html =>
  mayRemember
    ? html`<label for="remember-${id}"
        ><input id="remember-${id}" name="rememberDevice" type="checkbox" value="yes" />Do not ask again on
        this device</label
      >`
    : html``;
