import { type Html, html } from '../../core/http/index.js';
import type { SessionView } from '../../modules/session/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { join } from '../http/fields.js';
import { moment } from '../http/moment.js';
import type { Page } from '../http/page.js';
import { accountPage, buttonForm } from './account-layout.js';

/** One of one's own sessions; `current` is the one that looks. */
export type OwnSession = SessionView & { readonly current: boolean };

/** What the page of sessions shows. */
export interface SessionsPageState {
  readonly sessions: readonly OwnSession[];
  /** Whether there are more than are shown. */
  readonly more: boolean;
  readonly done?: unknown;
}

export function sessionsPage({ sessions, more, done }: SessionsPageState): Page {
  const others = sessions.some(({ current }) => !current);
  const content = html`<section aria-labelledby="sessions">
    <h2 id="sessions">Where you are logged in</h2>
    <ul class="items">
      ${join(sessions.map(item))}
    </ul>
    ${more ? html`<p>There are more. End all others to be sure.</p>` : html``}
    ${others ? buttonForm('sessions/end-others', 'Log out everywhere else', 'danger') : html``}
  </section>`;
  return accountPage({ title: 'Sessions', content, done });
}

function item(session: OwnSession): Html {
  const { id, current, device, ipAddress, createdAt, lastUsedAt } = session;
  return html`<li>
    <div>
      <strong><a href="${ACCOUNT_PATH}/sessions/${id}">${device}</a></strong>
      ${current ? html`<em>This device</em>` : html``}
      <small>${ipAddress}, since ${moment(createdAt)}, last used ${moment(lastUsedAt)}</small>
    </div>
    ${current ? html`` : buttonForm(`sessions/${id}/end`, 'End')}
  </li>`;
}
