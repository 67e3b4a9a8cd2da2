import { type Html, html } from '../../core/http/index.js';
import type { AuthenticatorsView } from '../../modules/authenticator/index.js';
import type { LinkedIdentity, ProviderView } from '../../modules/federation/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import type { Page } from '../http/page.js';
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
    title: 'Password and security',
    done: state.done,
    status,
    scripted: true,
    content: html`${passwordSection(state.password ?? {}, state.minPasswordLength)}
    ${authenticatorsSection(state.authenticators)} ${identitiesSection(state.identities, state.providers)}
    ${passkeyScript}`,
  });
}

/** Whether somebody has a second factor. */
export const hasFactor = ({ totp, passkeys }: AuthenticatorsView): boolean =>
  totp !== null || passkeys.length > 0;

function passwordSection(state: FormState, minLength: number): Html {
  return html`<section aria-labelledby="password-title">
    <h2 id="password-title">Password</h2>
    <p>All your sessions end with the change, this one too.</p>
    ${alert(state)}
    <form method="post" action="${ACCOUNT_PATH}/password">
      <div class="columns">
        <div>
          ${field(state, {
            name: 'currentPassword',
            label: 'Password now',
            type: 'password',
            autocomplete: 'current-password',
          })}
        </div>
        <div>
          ${field(state, {
            name: 'password',
            label: 'New password',
            type: 'password',
            autocomplete: 'new-password',
            hint: `At least ${minLength} characters.`,
          })}
        </div>
      </div>
      <button type="submit">Change the password</button>
    </form>
  </section>`;
}
