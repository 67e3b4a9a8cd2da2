import { LOGIN_PATH, LOGOUT_PATH, PANEL_PATH } from '../adminjs/panel-paths.js';
import { type Html, html, htmlPage } from '../../core/http/index.js';

/** What the login page shows beside its empty form. */
export interface LoginPage {
  /** What was typed before. */
  readonly email?: string;
  /** Why the last attempt failed. */
  readonly error?: string;
}

export function loginPage({ email = '', error }: LoginPage = {}): string {
  const message = error === undefined ? html`` : html`<p class="error" role="alert">${error}</p>`;
  return htmlPage(
    'Log in',
    html`<h1>Auth Service</h1>
      <p>Log in to administer users and their rights.</p>
      ${message}
      <form method="post" action="${LOGIN_PATH}">
        <label for="email">E-mail</label>
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
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          ${focusIf(email !== '')}
        />
        <button type="submit">Log in</button>
      </form>`,
  );
}

const focusIf = (here: boolean): Html => (here ? html`autofocus` : html``);

export function logoutPage(email: string): string {
  return htmlPage(
    'Log out',
    html`<h1>Log out?</h1>
      <p>You are logged in as ${email}.</p>
      <form method="post" action="${LOGOUT_PATH}">
        <button type="submit">Log out</button>
      </form>
      <a class="back" href="${PANEL_PATH}">Back to the panel</a>`,
  );
}

/** An error, for people. */
export function errorPage(title: string, detail: string): string {
  return htmlPage(
    title,
    html`<h1>${title}</h1>
      <p role="alert">${detail}</p>
      <a class="back" href="${PANEL_PATH}">To the panel</a>`,
  );
}
