import { type Html, html, htmlPage } from '../../../core/http/index.js';

/** What the form shows beside its empty fields. */
export interface SetupForm {
  readonly token: string;
  /** Characters of the password. */
  readonly minLength: number;
  readonly email?: string;
  /** Why the last attempt failed. */
  readonly error?: string;
}

/** The form that makes the first administrator. */
export function setupPage({ token, minLength, email = '', error }: SetupForm): string {
  const message: Html = error === undefined ? html`` : html`<p class="error" role="alert">${error}</p>`;
  return htmlPage(
    'First administrator',
    html`<h1>Welcome</h1>
      <p>Make the first administrator. This link works once.</p>
      ${message}
      <form method="post" action="/auth/setup">
        <input type="hidden" name="token" value="${token}" />
        <label for="email">E-mail</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          maxlength="254"
          required
          value="${email}"
        />
        <label for="password">Password, at least ${String(minLength)} characters</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          minlength="${String(minLength)}"
          required
        />
        <button type="submit">Make the administrator</button>
      </form>`,
  );
}

/** The administrator is made. */
export const setupDonePage = (): string =>
  htmlPage(
    'Ready',
    html`<h1>Ready</h1>
      <p>The first administrator can log in now.</p>
      <a href="/auth/admin">Open the panel</a>`,
  );

/** The link does not work. */
export const setupClosedPage = (): string =>
  htmlPage(
    'Link not valid',
    html`<h1>This link does not work</h1>
      <p>
        It was used, is older than a day, or there is an administrator already. Start the service again for a
        new one, or run <code>npm run admin:create</code>.
      </p>
      <a href="/auth/admin">To the panel</a>`,
  );
