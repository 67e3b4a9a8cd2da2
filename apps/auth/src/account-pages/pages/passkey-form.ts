import { type Html, html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import type { PageSpeech } from '../http/page-speech.js';

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

/** A passkey needs a script: without one the form says so. What the script may have to say comes with the form. */
export const passkeyForm = ({ say }: PageSpeech, form: PasskeyForm): Html =>
  html`<form
    method="post"
    action="${ACCOUNT_PATH}/${form.action}"
    data-passkey="${form.ceremony}"
    data-options="${ACCOUNT_PATH}/${form.options}"
    data-otherwise="${ACCOUNT_PATH}/${form.otherwise}"
    data-unknown="${say('passkey.unknown')}"
    data-present="${say('passkey.present')}"
    data-cancelled="${say('passkey.cancelled')}"
    data-failed="${say('passkey.failed')}"
  >
    <p class="error" role="alert" data-message hidden></p>
    ${form.fields ?? html``}
    <input type="hidden" name="response" value="" />
    <button class="${form.kind ?? ''}" type="submit">${form.label}</button>
    <noscript><p>${say('passkey.needsScript')}</p></noscript>
  </form>`;

/** To stand once at the end of a page with such forms. */
export const passkeyScript = html`<script type="module" src="${ACCOUNT_PATH}/passkeys.js"></script>`;
