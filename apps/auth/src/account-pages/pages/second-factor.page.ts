import { type Html, html } from '../../core/http/index.js';
import type { SecondFactorMethod } from '../../modules/authenticator/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';
import { passkeyForm, passkeyScript } from './passkey-form.js';
import { codeField } from './totp.page.js';

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
    'secondFactor.title',
    (speech) =>
      html`<h1>${speech.say('secondFactor.heading')}</h1>
        <p>${speech.say('secondFactor.purpose')}</p>
        ${alert(speech, state)} ${methods.includes('totp') ? totpForm(speech, state, hidden) : html``}
        ${
          methods.includes('passkey')
            ? passkeyForm(speech, {
                ceremony: 'get',
                action: 'second-factor',
                options: 'passkeys/second-factor-options',
                otherwise: 'login',
                label: speech.say('passkey.use'),
                fields: html`${hidden}<input
                    type="hidden"
                    name="method"
                    value="passkey"
                  />${remember(speech, state, 'passkey')}`,
              })
            : html``
        }
        ${methods.includes('recovery_code') ? recoveryForm(speech, hidden) : html``}
        <a class="back" href="${ACCOUNT_PATH}/login">${speech.say('secondFactor.again')}</a>
        ${passkeyScript}`,
    { status, scripted: true },
  );
}

const totpForm = (speech: PageSpeech, state: SecondFactorPageState, hidden: Html): Html =>
  html`<form method="post" action="${ACCOUNT_PATH}/second-factor">
    ${hidden}<input type="hidden" name="method" value="totp" />
    ${codeField(speech, state)} ${remember(speech, state, 'totp')}
    <button type="submit">${speech.say('form.goOn')}</button>
  </form>`;

const recoveryForm = ({ say }: PageSpeech, hidden: Html): Html =>
  html`<details>
    <summary>${say('secondFactor.useRecoveryCode')}</summary>
    <form method="post" action="${ACCOUNT_PATH}/second-factor">
      ${hidden}<input type="hidden" name="method" value="recovery_code" />
      <label for="recovery-code">${say('secondFactor.recoveryCode')}</label>
      <input id="recovery-code" name="code" type="text" autocomplete="off" maxlength="40" required />
      <button type="submit">${say('secondFactor.useUp')}</button>
    </form>
  </details>`;

const remember = ({ say }: PageSpeech, { mayRemember }: SecondFactorPageState, id: string): Html =>
  mayRemember
    ? html`<label for="remember-${id}"
        ><input id="remember-${id}" name="rememberDevice" type="checkbox" value="yes" />${say(
          'secondFactor.remember',
        )}</label
      >`
    : html``;
