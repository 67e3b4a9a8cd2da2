import { type Html, html } from '../../core/http/index.js';
import type { StoryEntry } from '../../modules/session/index.js';
import { tellStory } from '../../words/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { join } from '../http/fields.js';
import type { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';
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
  return accountPage({
    place: 'sessions',
    content: (speech) =>
      html`<section aria-labelledby="story">
        <h2 id="story">${speech.say('story.title')}</h2>
        <p>${speech.say('story.hint')}</p>
        <ol class="items" reversed>
          ${join(entries.map((entry) => item(speech, entry)))}
        </ol>
        ${nextCursor === null ? html`` : html`<p><a href="${earlier}">${speech.say('story.earlier')}</a></p>`}
        <p><a href="${ACCOUNT_PATH}/sessions">${speech.say('story.all')}</a></p>
      </section>`,
  });
}

const item = ({ language, moment }: PageSpeech, entry: StoryEntry): Html =>
  html`<li>
    <div>${tellStory(language, entry)}<small>${moment(entry.at)}</small></div>
  </li>`;
