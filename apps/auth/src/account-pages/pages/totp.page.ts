import { Html, html } from '../../core/http/index.js';
import type { TotpEnrolment } from '../../modules/authenticator/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field, join } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';

/** @param picture - the QR code as SVG, made by ourselves */
export const totpPage = ({ secret }: TotpEnrolment, picture: string): Page =>
  new Page(
    'Set up an app',
    html`<h1>Set up an app</h1>
      <p>Scan this with an app for one-time codes, then type the code that it shows.</p>
      <div class="qr">${new Html(picture)}</div>
      <p>No camera? Type this key into the app: <code>${secret}</code></p>
      ${codeForm({})}`,
  );

export const totpAgainPage = (state: FormState, status: number): Page =>
  new Page(
    'Set up an app',
    html`<h1>Set up an app</h1>
      <p>Type the code that the app shows now.</p>
      ${codeForm(state)}`,
    { status },
  );

const codeForm = (state: FormState): Html =>
  html`${alert(state)}
    <form method="post" action="${ACCOUNT_PATH}/totp/confirm">
      ${field(state, {
        name: 'code',
        label: 'Code of your app',
        autocomplete: 'one-time-code',
        inputMode: 'numeric',
        maxLength: 6,
      })}
      <button type="submit">Finish</button>
    </form>
    <a class="back" href="${ACCOUNT_PATH}/security">Not now</a>`;

/** Shown this once. */
export const recoveryCodesPage = (codes: readonly string[]): Page =>
  new Page(
    'Recovery codes',
    html`<h1>Your recovery codes</h1>
      <p>
        Print them or write them down. Each works once, when your phone or key is lost. They are not shown
        again.
      </p>
      <ul class="codes">
        ${join(codes.map((code) => html`<li><code>${code}</code></li>`))}
      </ul>
      <a href="${ACCOUNT_PATH}/security">I have kept them</a>`,
  );
