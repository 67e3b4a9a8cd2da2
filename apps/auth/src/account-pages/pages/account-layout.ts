import { type Html, html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { join } from '../http/fields.js';
import { notice } from '../http/notices.js';
import { Page } from '../http/page.js';

const places = [
  { path: ACCOUNT_PATH, title: 'Profile' },
  { path: `${ACCOUNT_PATH}/security`, title: 'Password and security' },
  { path: `${ACCOUNT_PATH}/sessions`, title: 'Sessions' },
  { path: `${ACCOUNT_PATH}/data`, title: 'Your data' },
] as const;

/** A page of one's own account. */
export interface AccountPage {
  readonly title: (typeof places)[number]['title'];
  readonly content: Html;
  readonly done?: unknown;
  readonly status?: number;
  /** Whether the page may run our own script. */
  readonly scripted?: boolean;
}

/** Puts navigation and logout around a page of one's own account. */
export function accountPage({ title, content, done, status = 200, scripted = false }: AccountPage): Page {
  const links = places.map((place) =>
    place.title === title
      ? html`<li><a href="${place.path}" aria-current="page">${place.title}</a></li>`
      : html`<li><a href="${place.path}">${place.title}</a></li>`,
  );
  return new Page(
    title,
    html`<h1>Your account</h1>
      <nav aria-label="Your account">
        <ul>
          ${join(links)}
        </ul>
      </nav>
      ${notice(done)} ${content}
      <section>
        <form method="post" action="${ACCOUNT_PATH}/logout"><button class="quiet">Log out</button></form>
      </section>`,
    { wide: true, status, scripted },
  );
}

/** A form of one button. */
export const buttonForm = (action: string, label: string, kind: 'quiet' | 'danger' = 'quiet'): Html =>
  html`<form method="post" action="${ACCOUNT_PATH}/${action}">
    <button class="${kind}">${label}</button>
  </form>`;
