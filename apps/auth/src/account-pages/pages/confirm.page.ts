import { html } from '../../core/http/index.js';
import type { StepUpProof } from '../../modules/auth/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';
import { passkeyForm, passkeyScript } from './passkey-form.js';

/** What somebody is asked to show once more. */
export interface ConfirmPageState extends FormState {
  readonly methods: readonly StepUpProof['method'][];
  readonly returnTo?: string | undefined;
}

const CODE_FIELDS = {
  password: { name: 'password', label: 'Your password', type: 'password', autocomplete: 'current-password' },
  totp: { name: 'code', label: 'Code of your app', autocomplete: 'one-time-code', inputMode: 'numeric' },
} as const;

/** Asks once more who it is, before something that matters. */
export function confirmPage(state: ConfirmPageState, status = 200): Page {
  const hidden = html`<input type="hidden" name="returnTo" value="${state.returnTo ?? ''}" />`;
  const method = (['password', 'totp'] as const).find((known) => state.methods.includes(known));
  return new Page(
    'Is it you?',
    html`<h1>Is it still you?</h1>
      <p>This matters, so please show it once more.</p>
      ${alert(state)}
      ${
        method === undefined
          ? html``
          : html`<form method="post" action="${ACCOUNT_PATH}/confirm">
              ${hidden}<input type="hidden" name="method" value="${method}" />
              ${field(state, CODE_FIELDS[method])}
              <button type="submit">Go on</button>
            </form>`
      }
      ${
        state.methods.includes('passkey')
          ? passkeyForm({
              ceremony: 'get',
              action: 'confirm',
              options: 'passkeys/confirm-options',
              otherwise: 'login',
              label: 'Use a passkey',
              fields: html`${hidden}<input type="hidden" name="method" value="passkey" />`,
            })
          : html``
      }
      <a class="back" href="${ACCOUNT_PATH}/security">Back</a>
      ${passkeyScript}`,
    { status, scripted: true },
  );
}
