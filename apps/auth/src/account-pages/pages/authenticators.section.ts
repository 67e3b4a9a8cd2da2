import { type Html, html } from '../../core/http/index.js';
import type { AuthenticatorsView } from '../../modules/authenticator/index.js';
import { deviceIn } from '../../words/index.js';
import { join } from '../http/fields.js';
import type { PageSpeech } from '../http/page-speech.js';
import { buttonForm } from './account-layout.js';
import { passkeyForm } from './passkey-form.js';

/** Apps with codes, passkeys, recovery codes and remembered devices. */
export function authenticatorsSection(speech: PageSpeech, view: AuthenticatorsView): Html {
  const hasAny = view.totp !== null || view.passkeys.length > 0;
  return html`${totpSection(speech, view)} ${passkeysSection(speech, view)}
  ${hasAny ? recoverySection(speech, view) : html``}`;
}

function totpSection(speech: PageSpeech, { totp }: AuthenticatorsView): Html {
  const { say, tell, moment } = speech;
  return html`<section aria-labelledby="totp">
    <h2 id="totp">${say('security.totp.title')}</h2>
    ${
      totp === null
        ? html`<p>${say('security.totp.purpose')}</p>
            ${buttonForm('totp', say('security.totp.setUp'))}`
        : html`<p>
              ${tell('security.totp.since', { at: moment(totp.confirmedAt) })}
              ${lastUsed(speech, totp.lastUsedAt)}
            </p>
            ${buttonForm('totp/remove', say('security.totp.remove'), 'danger')}`
    }
  </section>`;
}

function passkeysSection(speech: PageSpeech, { passkeys }: AuthenticatorsView): Html {
  const { say, tell, moment } = speech;
  const items = passkeys.map(
    ({ id, name, createdAt, lastUsedAt }) =>
      html`<li>
        <div>
          <strong>${name}</strong>
          <small
            >${tell('security.passkeys.since', { at: moment(createdAt) })}
            ${lastUsed(speech, lastUsedAt)}</small
          >
        </div>
        ${buttonForm(`passkeys/${id}/remove`, say('security.passkeys.remove'), 'danger')}
      </li>`,
  );
  return html`<section aria-labelledby="passkeys">
    <h2 id="passkeys">${say('security.passkeys.title')}</h2>
    <p>${say('security.passkeys.purpose')}</p>
    <ul class="items">
      ${join(items)}
    </ul>
    ${passkeyForm(speech, {
      ceremony: 'create',
      action: 'passkeys',
      options: 'passkeys/registration-options',
      otherwise: 'confirm?returnTo=/auth/account/security',
      label: say('security.passkeys.add'),
      kind: 'quiet',
      fields: html`<label for="passkey-name">${say('security.passkeys.name')}</label>
        <input
          id="passkey-name"
          name="name"
          type="text"
          autocomplete="off"
          maxlength="100"
          required
          value="${say('security.passkeys.proposal', { number: passkeys.length + 1 })}"
        />`,
    })}
  </section>`;
}

function recoverySection(speech: PageSpeech, { recoveryCodes, rememberedDevices }: AuthenticatorsView): Html {
  const { say, tell, moment, language } = speech;
  const devices = rememberedDevices.map(
    ({ id, userAgent, ipAddress, expiresAt }) =>
      html`<li>
        <div>
          <strong>${deviceIn(language, userAgent)}</strong>
          <small>${ipAddress}, ${tell('security.devices.until', { at: moment(expiresAt) })}</small>
        </div>
        ${buttonForm(`devices/${id}/forget`, say('security.devices.forget'))}
      </li>`,
  );
  return html`<section aria-labelledby="recovery">
      <h2 id="recovery">${say('security.recovery.title')}</h2>
      <p>${say('security.recovery.purpose')} ${say('security.recovery.left', { count: recoveryCodes })}</p>
      ${buttonForm('recovery-codes', say('security.recovery.renew'))}
    </section>
    ${
      devices.length === 0
        ? html``
        : html`<section aria-labelledby="devices">
            <h2 id="devices">${say('security.devices.title')}</h2>
            <p>${say('security.devices.purpose')}</p>
            <ul class="items">
              ${join(devices)}
            </ul>
          </section>`
    }`;
}

const lastUsed = ({ tell, moment }: PageSpeech, at: Date | null): Html =>
  at === null ? html`` : tell('security.lastUsed', { at: moment(at) });
