import { type Html, html } from '../../core/http/index.js';
import type { UserView } from '../../modules/user/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field, join } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import type { Page } from '../http/page.js';
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
    title: 'Profile',
    done: state.done,
    status,
    content: html`${profileSection(state)} ${emailSection(state)}`,
  });
}

function profileSection({ user, languages, profile }: ProfilePageState): Html {
  const { displayName, givenName, familyName } = user;
  const state = { values: { displayName, givenName, familyName }, ...profile };
  const locale = profile?.values?.locale ?? user.locale;
  const options = [...new Set([...languages, locale])].map((language) =>
    language === locale
      ? html`<option value="${language}" selected>${languageName(language)}</option>`
      : html`<option value="${language}">${languageName(language)}</option>`,
  );
  return html`<section aria-labelledby="profile">
    <h2 id="profile">Name and language</h2>
    ${alert(state)}
    <form method="post" action="${ACCOUNT_PATH}/profile">
      <input type="hidden" name="version" value="${String(user.version)}" />
      ${field(state, { name: 'displayName', label: 'Shown name', autocomplete: 'name', required: false })}
      <div class="columns">
        <div>
          ${field(state, {
            name: 'givenName',
            label: 'Given name',
            autocomplete: 'given-name',
            maxLength: 100,
            required: false,
          })}
        </div>
        <div>
          ${field(state, {
            name: 'familyName',
            label: 'Family name',
            autocomplete: 'family-name',
            maxLength: 100,
            required: false,
          })}
        </div>
      </div>
      <label for="locale">Language of mails</label>
      <select id="locale" name="locale">
        ${join(options)}
      </select>
      <button type="submit">Save</button>
    </form>
  </section>`;
}

function emailSection({ user, pendingEmail, email = {} }: ProfilePageState): Html {
  const pending =
    pendingEmail === null
      ? html``
      : html`<p role="note">Waits to be confirmed: <strong>${pendingEmail}</strong>. We sent a link there.</p>
          ${buttonForm('email/cancel', 'Keep the address I have')}`;
  const unverified = user.emailVerified
    ? html``
    : html`<p>This address is not confirmed yet.</p>
        ${buttonForm('email/resend', 'Send the link again')}`;
  return html`<section aria-labelledby="address">
    <h2 id="address">E-mail address</h2>
    <p>Your address is <strong>${user.email}</strong>.</p>
    ${unverified} ${pending} ${alert(email)}
    <form method="post" action="${ACCOUNT_PATH}/email">
      <div class="columns">
        <div>
          ${field(email, {
            name: 'email',
            label: 'New address',
            type: 'email',
            autocomplete: 'email',
            maxLength: 254,
          })}
        </div>
        <div>
          ${field(email, {
            name: 'password',
            label: 'Your password',
            type: 'password',
            autocomplete: 'current-password',
          })}
        </div>
      </div>
      <button type="submit">Change the address</button>
    </form>
  </section>`;
}

/** A language in its own words: `de` is Deutsch. */
function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
