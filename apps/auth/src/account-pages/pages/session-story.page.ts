import { type Html, html } from '../../core/http/index.js';
import type { StoryEntry } from '../../modules/session/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { join } from '../http/fields.js';
import { moment } from '../http/moment.js';
import type { Page } from '../http/page.js';
import { accountPage } from './account-layout.js';

/** What the page of one session shows. */
export interface SessionStoryPageState {
  readonly id: string;
  readonly entries: readonly StoryEntry[];
  /** Where the earlier entries begin, if there are more. */
  readonly nextCursor: string | null;
}

export function sessionStoryPage({ id, entries, nextCursor }: SessionStoryPageState): Page {
  const earlier = `${ACCOUNT_PATH}/sessions/${id}?cursor=${nextCursor ?? ''}`;
  const content = html`<section aria-labelledby="story">
    <h2 id="story">What happened</h2>
    <p>The newest comes first.</p>
    <ol class="items" reversed>
      ${join(entries.map(item))}
    </ol>
    ${nextCursor === null ? html`` : html`<p><a href="${earlier}">What happened before</a></p>`}
    <p><a href="${ACCOUNT_PATH}/sessions">All sessions</a></p>
  </section>`;
  return accountPage({ title: 'Sessions', content });
}

const item = ({ at, text }: StoryEntry): Html =>
  html`<li>
    <div>${text}<small>${moment(at)}</small></div>
  </li>`;
