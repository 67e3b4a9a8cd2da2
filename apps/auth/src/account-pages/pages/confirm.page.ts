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

const PROOFS = {
  password: { name: 'password', label: 'yourPassword', type: 'password', autocomplete: 'current-password' },
  totp: { name: 'code', label: 'codeOfApp', autocomplete: 'one-time-code', inputMode: 'numeric' },
} as const;

/** Asks once more who it is, before something that matters. */
export function confirmPage(state: ConfirmPageState, status = 200): Page {
  const hidden = html`<input type="hidden" name="returnTo" value="${state.returnTo ?? ''}" />`;
  const method = (['password', 'totp'] as const).find((known) => state.methods.includes(known));
  return new Page(
    'confirm.title',
    (speech) =>
      html`<h1>${speech.say('confirm.heading')}</h1>
        <p>${speech.say('confirm.purpose')}</p>
        ${alert(speech, state)}
        ${
          method === undefined
            ? html``
            : html`<form method="post" action="${ACCOUNT_PATH}/confirm">
                ${hidden}<input type="hidden" name="method" value="${method}" />
                ${field(speech, state, {
                  ...PROOFS[method],
                  label: speech.say(`form.${PROOFS[method].label}`),
                })}
                <button type="submit">${speech.say('form.goOn')}</button>
              </form>`
        }
        ${
          state.methods.includes('passkey')
            ? passkeyForm(speech, {
                ceremony: 'get',
                action: 'confirm',
                options: 'passkeys/confirm-options',
                otherwise: 'login',
                label: speech.say('passkey.use'),
                fields: html`${hidden}<input type="hidden" name="method" value="passkey" />`,
              })
            : html``
        }
        <a class="back" href="${ACCOUNT_PATH}/security">${speech.say('form.back')}</a>
        ${passkeyScript}`,
    { status, scripted: true },
  );
}
