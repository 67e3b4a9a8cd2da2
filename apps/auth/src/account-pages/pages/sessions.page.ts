import { type Html, html } from '../../core/http/index.js';
import type { SessionView } from '../../modules/session/index.js';
import { deviceIn } from '../../words/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { join } from '../http/fields.js';
import type { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';
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
  return accountPage({
    place: 'sessions',
    done,
    content: (speech) =>
      html`<section aria-labelledby="sessions">
        <h2 id="sessions">${speech.say('sessions.title')}</h2>
        <ul class="items">
          ${join(sessions.map((session) => item(speech, session)))}
        </ul>
        ${more ? html`<p>${speech.say('sessions.more')}</p>` : html``}
        ${others ? buttonForm('sessions/end-others', speech.say('sessions.endOthers'), 'danger') : html``}
      </section>`,
  });
}

function item({ say, tell, moment, language }: PageSpeech, session: OwnSession): Html {
  const { id, current, device, ipAddress, createdAt, lastUsedAt } = session;
  const times = { ipAddress: html`${ipAddress}`, since: moment(createdAt), lastUsed: moment(lastUsedAt) };
  return html`<li>
    <div>
      <strong><a href="${ACCOUNT_PATH}/sessions/${id}">${deviceIn(language, device)}</a></strong>
      ${current ? html`<em>${say('sessions.current')}</em>` : html``}
      <small>${tell('sessions.facts', times)}</small>
    </div>
    ${current ? html`` : buttonForm(`sessions/${id}/end`, say('sessions.end'))}
  </li>`;
}
