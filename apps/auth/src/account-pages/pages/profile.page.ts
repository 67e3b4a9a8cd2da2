import { type Html, html } from '../../core/http/index.js';
import type { UserView } from '../../modules/user/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field, join } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import type { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';
import { accountPage, buttonForm } from './account-layout.js';

/** What the profile page shows. */
export interface ProfilePageState {
  readonly user: UserView;
  /** A new address that waits for its confirmation. */
  readonly pendingEmail: string | null;
  readonly languages: readonly string[];
  readonly profile?: FormState;
  readonly email?: FormState;
  readonly done?: unknown;
}

export function profilePage(state: ProfilePageState, status = 200): Page {
  return accountPage({
    place: 'profile',
    done: state.done,
    status,
    content: (speech) => html`${profileSection(speech, state)} ${emailSection(speech, state)}`,
  });
}

function profileSection(speech: PageSpeech, { user, languages, profile }: ProfilePageState): Html {
  const { say } = speech;
  const { displayName, givenName, familyName } = user;
  const state = { values: { displayName, givenName, familyName }, ...profile };
  const locale = profile?.values?.locale ?? user.locale;
  const options = [...new Set([...languages, locale])].map(
    (language) =>
      html`<option value="${language}" lang="${language}" ${language === locale ? html`selected` : html``}>
        ${languageName(language)}
      </option>`,
  );
  return html`<section aria-labelledby="profile">
    <h2 id="profile">${say('profile.title')}</h2>
    ${alert(speech, state)}
    <form method="post" action="${ACCOUNT_PATH}/profile">
      <input type="hidden" name="version" value="${String(user.version)}" />
      ${field(speech, state, { name: 'displayName', label: say('profile.displayName'), autocomplete: 'name', required: false })}
      <div class="columns">
        <div>
          ${field(speech, state, {
            name: 'givenName',
            label: say('profile.givenName'),
            autocomplete: 'given-name',
            maxLength: 100,
            required: false,
          })}
        </div>
        <div>
          ${field(speech, state, {
            name: 'familyName',
            label: say('profile.familyName'),
            autocomplete: 'family-name',
            maxLength: 100,
            required: false,
          })}
        </div>
      </div>
      <label for="locale">${say('profile.locale')}</label>
      <select id="locale" name="locale">
        ${join(options)}
      </select>
      <button type="submit">${say('profile.save')}</button>
    </form>
  </section>`;
}

function emailSection(speech: PageSpeech, { user, pendingEmail, email = {} }: ProfilePageState): Html {
  const { say, tell } = speech;
  const pending =
    pendingEmail === null
      ? html``
      : html`<p role="note">${tell('profile.pending', { email: html`<strong>${pendingEmail}</strong>` })}</p>
          ${buttonForm('email/cancel', say('profile.keepAddress'))}`;
  const unverified = user.emailVerified
    ? html``
    : html`<p>${say('profile.unverified')}</p>
        ${buttonForm('email/resend', say('profile.resend'))}`;
  return html`<section aria-labelledby="address">
    <h2 id="address">${say('profile.address')}</h2>
    <p>${tell('profile.yourAddress', { email: html`<strong>${user.email}</strong>` })}</p>
    ${unverified} ${pending} ${alert(speech, email)}
    <form method="post" action="${ACCOUNT_PATH}/email">
      <div class="columns">
        <div>
          ${field(speech, email, {
            name: 'email',
            label: say('profile.newAddress'),
            type: 'email',
            autocomplete: 'email',
            maxLength: 254,
          })}
        </div>
        <div>
          ${field(speech, email, {
            name: 'password',
            label: say('form.yourPassword'),
            type: 'password',
            autocomplete: 'current-password',
          })}
        </div>
      </div>
      <button type="submit">${say('profile.changeAddress')}</button>
    </form>
  </section>`;
}

/** A language in its own words: `de` is Deutsch. */
function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
