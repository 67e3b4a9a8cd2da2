import { type Html, html } from '../../core/http/index.js';
import type { AuthenticatorsView } from '../../modules/authenticator/index.js';
import { join } from '../http/fields.js';
import { moment } from '../http/moment.js';
import { buttonForm } from './account-layout.js';
import { passkeyForm } from './passkey-form.js';

/** Apps with codes, passkeys, recovery codes and remembered devices. */
export function authenticatorsSection(view: AuthenticatorsView): Html {
  const hasAny = view.totp !== null || view.passkeys.length > 0;
  return html`<section aria-labelledby="totp">
      <h2 id="totp">Codes of an app</h2>
      ${
        view.totp === null
          ? html`<p>An app on your phone shows a code that a login asks for beside the password.</p>
              ${buttonForm('totp', 'Set up an app')}`
          : html`<p>Set up since ${moment(view.totp.confirmedAt)}. ${lastUsed(view.totp.lastUsedAt)}</p>
              ${buttonForm('totp/remove', 'Remove the app', 'danger')}`
      }
    </section>
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>Log in with your finger, face or PIN instead of the password, or beside it.</p>
      <ul class="items">
        ${join(
          view.passkeys.map(
            ({ id, name, createdAt, lastUsedAt }) =>
              html`<li>
                <div>
                  <strong>${name}</strong> <small>since ${moment(createdAt)}. ${lastUsed(lastUsedAt)}</small>
                </div>
                ${buttonForm(`passkeys/${id}/remove`, 'Remove', 'danger')}
              </li>`,
          ),
        )}
      </ul>
      ${passkeyForm({
        ceremony: 'create',
        action: 'passkeys',
        options: 'passkeys/registration-options',
        otherwise: 'confirm?returnTo=/auth/account/security',
        label: 'Add a passkey',
        kind: 'quiet',
        fields: html`<label for="passkey-name">Name of the passkey</label>
          <input
            id="passkey-name"
            name="name"
            type="text"
            autocomplete="off"
            maxlength="100"
            required
            value="Passkey ${String(view.passkeys.length + 1)}"
          />`,
      })}
    </section>
    ${hasAny ? recoverySection(view) : html``}`;
}

function recoverySection({ recoveryCodes, rememberedDevices }: AuthenticatorsView): Html {
  const devices = rememberedDevices.map(
    ({ id, userAgent, ipAddress, expiresAt }) =>
      html`<li>
        <div><strong>${userAgent}</strong> <small>${ipAddress}, until ${moment(expiresAt)}</small></div>
        ${buttonForm(`devices/${id}/forget`, 'Ask again there')}
      </li>`,
  );
  return html`<section aria-labelledby="recovery">
      <h2 id="recovery">Recovery codes</h2>
      <p>For the day on which your phone is lost. You have ${String(recoveryCodes)} left.</p>
      ${buttonForm('recovery-codes', 'Make new ones')}
    </section>
    ${
      devices.length === 0
        ? html``
        : html`<section aria-labelledby="devices">
            <h2 id="devices">Remembered devices</h2>
            <p>Here no second factor is asked for.</p>
            <ul class="items">
              ${join(devices)}
            </ul>
          </section>`
    }`;
}

const lastUsed = (at: Date | null): Html => (at === null ? html`` : html`Last used ${moment(at)}.`);
