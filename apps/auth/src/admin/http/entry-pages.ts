import type { Page as AccountPage } from '../../account-pages/index.js';
import { type Html, html, htmlPage } from '../../core/http/index.js';
import {
  IMPERSONATION_END,
  LOGIN_PATH,
  LOGOUT_PATH,
  PANEL_PATH,
  PREFERENCES_PATH,
} from '../adminjs/panel-paths.js';
import { type Preferences, words } from '../../words/index.js';
import { ASSETS_PATH } from './assets.js';

/** What the login page shows beside its empty form. */
export interface LoginPage {
  /** What was typed before. */
  readonly email?: string;
  /** Whether the browser has acted in somebody else's name and can go back to who it is. */
  readonly hasWayBack?: boolean;
  /** Why the last attempt failed. */
  readonly error?: string;
}

/** The pages without scripts before, after and beside the panel, in the language of the browser. */
export class EntryPages {
  constructor(
    private readonly productName: string,
    private readonly preferences: Preferences,
  ) {}

  login({ email = '', error, hasWayBack = false }: LoginPage = {}): string {
    const message = error === undefined ? html`` : html`<p class="error" role="alert">${error}</p>`;
    return this.page(
      this.say('logIn'),
      html`<h1>${this.productName}</h1>
        <p>${this.say('purpose')}</p>
        ${hasWayBack ? this.wayBack() : html``} ${message}
        <form method="post" action="${LOGIN_PATH}">
          <label for="email">${this.say('email')}</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="username"
            maxlength="254"
            value="${email}"
            required
            ${focusIf(email === '')}
          />
          <label for="password">${this.say('password')}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            ${focusIf(email !== '')}
          />
          <button type="submit">${this.say('logIn')}</button>
        </form>
        ${this.languages()}`,
    );
  }

  logout(email: string): string {
    return this.page(
      this.say('logOut'),
      html`<h1>${this.say('logOutQuestion')}</h1>
        <p>${this.say('loggedInAs', { email })}</p>
        <form method="post" action="${LOGOUT_PATH}">
          <button type="submit">${this.say('logOut')}</button>
        </form>
        <a class="back" href="${PANEL_PATH}">${this.say('back')}</a>`,
    );
  }

  /** An error, for people. */
  error(title: string, detail: string): string {
    return this.page(
      title,
      html`<h1>${title}</h1>
        <p role="alert">${detail}</p>
        <a class="back" href="${PANEL_PATH}">${this.say('back')}</a>`,
    );
  }

  /** A page of the account, in our frame. */
  ofAccount(page: AccountPage): string {
    const { title, content } = page.in(this.preferences.language);
    return this.page(title, content);
  }

  private page(title: string, content: Html): string {
    const { language, scheme } = this.preferences;
    return htmlPage(title, content, {
      product: this.productName,
      language,
      scheme,
      stylesheet: `${ASSETS_PATH}/fonts.css`,
    });
  }

  private say(key: string, values?: Readonly<Record<string, string>>): string {
    return words.say(this.preferences.language, `entry.${key}`, values);
  }

  /** Out of somebody else's name, into one's own session. */
  private wayBack(): Html {
    return html`<p role="status">${this.say('impersonationOver')}</p>
      <form method="post" action="${IMPERSONATION_END}">
        <button type="submit">${this.say('returnToOwn')}</button>
      </form>
      <hr />`;
  }

  /** Buttons for the other languages, each in its own. */
  private languages(): Html {
    const others = Object.entries(words.languages).filter(
      ([language]) => language !== this.preferences.language,
    );
    return html`<form class="languages" method="post" action="${PREFERENCES_PATH}">
      ${joined(
        others.map(
          ([language, name]) =>
            html`<button class="quiet" name="language" value="${language}" lang="${language}">
              ${name}
            </button>`,
        ),
      )}
    </form>`;
  }
}

const focusIf = (here: boolean): Html => (here ? html`autofocus` : html``);
const joined = (parts: readonly Html[]): Html => parts.reduce((whole, part) => html`${whole}${part}`, html``);
