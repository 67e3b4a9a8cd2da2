import { type Html, html, htmlPage } from '../../../core/http/index.js';
import { type Preferences, sentenceOf, words, type WordValues } from '../../../words/index.js';
import type { AppError } from '../../../core/errors/index.js';

/** What the form shows beside its empty fields. */
export interface SetupForm {
  readonly token: string;
  /** Characters of the password. */
  readonly minLength: number;
  readonly email?: string;
  /** Why the last attempt failed. */
  readonly refusal?: AppError;
}

/** The pages of the one-time link, in the language and colours of the browser. */
export class SetupPages {
  constructor(private readonly preferences: Preferences) {}

  /** The form that makes the first administrator. */
  form({ token, minLength, email = '', refusal }: SetupForm): string {
    const error = refusal && sentenceOf(this.preferences.language, refusal);
    return this.page(
      'setup.title',
      html`<h1>${this.say('setup.welcome')}</h1>
        <p>${this.say('setup.purpose')}</p>
        ${error === undefined ? html`` : html`<p class="error" role="alert">${error}</p>`}
        <form method="post" action="/auth/setup">
          <input type="hidden" name="token" value="${token}" />
          <label for="email">${this.say('form.email')}</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="username"
            maxlength="254"
            required
            value="${email}"
          />
          <label for="password">${this.say('setup.password', { count: minLength })}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="new-password"
            minlength="${String(minLength)}"
            required
          />
          <button type="submit">${this.say('setup.button')}</button>
        </form>`,
    );
  }

  /** The administrator is made. */
  done(): string {
    return this.page(
      'setup.ready',
      html`<h1>${this.say('setup.ready')}</h1>
        <p>${this.say('setup.readyHint')}</p>
        <a href="/auth/admin">${this.say('setup.openPanel')}</a>`,
    );
  }

  /** The link does not work. */
  closed(): string {
    return this.page(
      'invalidLink.title',
      html`<h1>${this.say('invalidLink.heading')}</h1>
        <p>${this.say('setup.closed')} <code>npm run admin:create</code></p>
        <a href="/auth/admin">${this.say('setup.openPanel')}</a>`,
    );
  }

  private page(title: string, content: Html): string {
    return htmlPage(this.say(title), content, this.preferences);
  }

  private say(key: string, values?: WordValues): string {
    return words.say(this.preferences.language, `account.${key}`, values);
  }
}
