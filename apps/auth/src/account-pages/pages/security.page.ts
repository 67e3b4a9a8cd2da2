import { type Html, html } from '../../core/http/index.js';
import type { AuthenticatorsView } from '../../modules/authenticator/index.js';
import type { LinkedIdentity, ProviderView } from '../../modules/federation/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import type { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';
import { accountPage } from './account-layout.js';
import { authenticatorsSection } from './authenticators.section.js';
import { identitiesSection } from './federation.page.js';
import { passkeyScript } from './passkey-form.js';

/** What the page about password and security shows. */
export interface SecurityPageState {
  readonly authenticators: AuthenticatorsView;
  readonly identities: readonly LinkedIdentity[];
  readonly providers: readonly ProviderView[];
  /** Characters of a new password. */
  readonly minPasswordLength: number;
  readonly password?: FormState;
  readonly done?: unknown;
}

export function securityPage(state: SecurityPageState, status = 200): Page {
  return accountPage({
    place: 'security',
    done: state.done,
    status,
    scripted: true,
    content: (speech) =>
      html`${passwordSection(speech, state.password ?? {}, state.minPasswordLength)}
      ${authenticatorsSection(speech, state.authenticators)}
      ${identitiesSection(speech, state.identities, state.providers)} ${passkeyScript}`,
  });
}

/** Whether somebody has a second factor. */
export const hasFactor = ({ totp, passkeys }: AuthenticatorsView): boolean =>
  totp !== null || passkeys.length > 0;

function passwordSection(speech: PageSpeech, state: FormState, minLength: number): Html {
  const { say } = speech;
  return html`<section aria-labelledby="password-title">
    <h2 id="password-title">${say('form.password')}</h2>
    <p>${say('security.password.hint')}</p>
    ${alert(speech, state)}
    <form method="post" action="${ACCOUNT_PATH}/password">
      <div class="columns">
        <div>
          ${field(speech, state, {
            name: 'currentPassword',
            label: say('security.password.now'),
            type: 'password',
            autocomplete: 'current-password',
          })}
        </div>
        <div>
          ${field(speech, state, {
            name: 'password',
            label: say('form.newPassword'),
            type: 'password',
            autocomplete: 'new-password',
            hint: say('security.password.atLeast', { count: minLength }),
          })}
        </div>
      </div>
      <button type="submit">${say('security.password.change')}</button>
    </form>
  </section>`;
}
