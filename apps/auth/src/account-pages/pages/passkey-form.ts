import { type Html, html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';

/** A form that a passkey is made or shown with. */
export interface PasskeyForm {
  readonly ceremony: 'create' | 'get';
  /** Where the form goes, below /auth/account. */
  readonly action: string;
  /** Where its options come from. */
  readonly options: string;
  /** Where to go when there are no options to be had. */
  readonly otherwise: string;
  readonly label: string;
  readonly fields?: Html;
  readonly kind?: 'quiet' | '';
}

/** A passkey needs a script: without one the form says so. */
export const passkeyForm = (form: PasskeyForm): Html =>
  html`<form
    method="post"
    action="${ACCOUNT_PATH}/${form.action}"
    data-passkey="${form.ceremony}"
    data-options="${ACCOUNT_PATH}/${form.options}"
    data-otherwise="${ACCOUNT_PATH}/${form.otherwise}"
  >
    <p class="error" role="alert" data-message hidden></p>
    ${form.fields ?? html``}
    <input type="hidden" name="response" value="" />
    <button class="${form.kind ?? ''}" type="submit">${form.label}</button>
    <noscript><p>Passkeys need JavaScript.</p></noscript>
  </form>`;

/** To stand once at the end of a page with such forms. */
export const passkeyScript = html`<script type="module" src="${ACCOUNT_PATH}/passkeys.js"></script>`;
