import { Html, html } from '../../core/http/index.js';
import type { TotpEnrolment } from '../../modules/authenticator/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field, join } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';

/** @param picture - the QR code as SVG, made by ourselves */
export const totpPage = ({ secret }: TotpEnrolment, picture: string): Page =>
  new Page(
    'totp.title',
    (speech) =>
      html`<h1>${speech.say('totp.title')}</h1>
        <p>${speech.say('totp.scan')}</p>
        <div class="qr">${new Html(picture)}</div>
        <p>${speech.tell('totp.noCamera', { secret: html`<code>${secret}</code>` })}</p>
        ${codeForm(speech, {})}`,
  );

export const totpAgainPage = (state: FormState, status: number): Page =>
  new Page(
    'totp.title',
    (speech) =>
      html`<h1>${speech.say('totp.title')}</h1>
        <p>${speech.say('totp.again')}</p>
        ${codeForm(speech, state)}`,
    { status },
  );

const codeForm = (speech: PageSpeech, state: FormState): Html =>
  html`${alert(speech, state)}
    <form method="post" action="${ACCOUNT_PATH}/totp/confirm">
      ${codeField(speech, state)}
      <button type="submit">${speech.say('totp.finish')}</button>
    </form>
    <a class="back" href="${ACCOUNT_PATH}/security">${speech.say('totp.notNow')}</a>`;

/** The field for a code of an app. */
export const codeField = (speech: PageSpeech, state: FormState): Html =>
  field(speech, state, {
    name: 'code',
    label: speech.say('form.codeOfApp'),
    autocomplete: 'one-time-code',
    inputMode: 'numeric',
    maxLength: 6,
  });

/** Shown this once. */
export const recoveryCodesPage = (codes: readonly string[]): Page =>
  new Page(
    'recoveryCodes.title',
    ({ say }) =>
      html`<h1>${say('recoveryCodes.heading')}</h1>
        <p>${say('recoveryCodes.hint')}</p>
        <ul class="codes">
          ${join(codes.map((code) => html`<li><code>${code}</code></li>`))}
        </ul>
        <a href="${ACCOUNT_PATH}/security">${say('recoveryCodes.kept')}</a>`,
  );
