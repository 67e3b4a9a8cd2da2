import { type Html, html } from './html.js';
import { LOGIN_PATH, LOGOUT_PATH, PANEL_PATH } from '../adminjs/panel-paths.js';

const style = html` :root { color-scheme: light dark; --page: #f3f5f8; --card: #fff; --ink: #16202a; --soft:
#55636f; --line: #c3cbd3; --accent: #2653c8; --on-accent: #fff; --bad: #a1121f; --bad-bg: #fdecee; } @media
(prefers-color-scheme: dark) { :root { --page: #12171d; --card: #1b232c; --ink: #eef2f6; --soft: #a9b6c2;
--line: #465462; --accent: #8fb1ff; --on-accent: #0b1220; --bad: #ffb3ba; --bad-bg: #43181d; } } * {
box-sizing: border-box; } body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding:
1.5rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI",
Roboto, Arial, sans-serif; } main { width: 100%; max-width: 24rem; padding: 2rem; background: var(--card);
border: 1px solid var(--line); border-radius: 12px; } h1 { margin: 0 0 .25rem; font-size: 1.4rem; line-height:
1.3; } p { margin: 0 0 1.5rem; color: var(--soft); } label { display: block; margin: 0 0 .3rem; font-weight:
600; } input { width: 100%; margin: 0 0 1.1rem; padding: .6rem .75rem; font: inherit; color: inherit;
background: var(--page); border: 1px solid var(--line); border-radius: 8px; } button { width: 100%; padding:
.7rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0;
border-radius: 8px; cursor: pointer; } a { color: var(--accent); } :focus-visible { outline: 3px solid
var(--accent); outline-offset: 2px; } .error { padding: .7rem .9rem; color: var(--bad); background:
var(--bad-bg); border-radius: 8px; } .back { display: block; margin-top: 1rem; text-align: center; }`;

function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Auth Service</title>
        <link rel="icon" href="data:," />
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html> `.text;
}

/** What the login page shows beside its empty form. */
export interface LoginPage {
  /** What was typed before. */
  readonly email?: string;
  /** Why the last attempt failed. */
  readonly error?: string;
}

export function loginPage({ email = '', error }: LoginPage = {}): string {
  const message = error === undefined ? html`` : html`<p class="error" role="alert" id="error">${error}</p>`;
  return page(
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
          required
          ${focus(email === '')}value="${email}"
        />
        <label for="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          ${focus(email !== '')}required
        />
        <button type="submit">Log in</button>
      </form>`,
  );
}

const focus = (here: boolean) => (here ? html`autofocus ` : html``);

export function logoutPage(email: string): string {
  return page(
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
  return page(
    title,
    html`<h1>${title}</h1>
      <p role="alert">${detail}</p>
      <a class="back" href="${PANEL_PATH}">To the panel</a>`,
  );
}
