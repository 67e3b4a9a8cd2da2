import { type Html, html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { join } from '../http/fields.js';
import { languageButtons } from './language-buttons.js';
import { notice } from '../http/notices.js';
import { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';

/** The pages of one's own account; their names are `account.places.<name>`. */
const places = {
  profile: ACCOUNT_PATH,
  security: `${ACCOUNT_PATH}/security`,
  sessions: `${ACCOUNT_PATH}/sessions`,
  data: `${ACCOUNT_PATH}/data`,
} as const;

/** A page of one's own account. */
export interface AccountPage {
  readonly place: keyof typeof places;
  readonly content: (speech: PageSpeech) => Html;
  readonly done?: unknown;
  readonly status?: number;
  /** Whether the page may run our own script. */
  readonly scripted?: boolean;
}

/** Puts navigation and logout around a page of one's own account. */
export function accountPage({ place, content, done, status = 200, scripted = false }: AccountPage): Page {
  return new Page(
    `places.${place}`,
    (speech) =>
      html`<h1>${speech.say('places.account')}</h1>
        <nav aria-label="${speech.say('places.account')}">
          <ul>
            ${join(links(speech, place))}
          </ul>
        </nav>
        ${notice(speech, done)} ${content(speech)}
        <section>
          <form method="post" action="${ACCOUNT_PATH}/logout">
            <button class="quiet">${speech.say('logOut')}</button>
          </form>
        </section>
        ${languageButtons(speech, places[place])}`,
    { wide: true, status, scripted },
  );
}

const links = ({ say }: PageSpeech, current: keyof typeof places): Html[] =>
  Object.entries(places).map(
    ([name, path]) =>
      html`<li>
        <a href="${path}" ${name === current ? html`aria-current="page"` : html``}
          >${say(`places.${name}`)}</a
        >
      </li>`,
  );

/** A form of one button. */
export const buttonForm = (action: string, label: string, kind: 'quiet' | 'danger' = 'quiet'): Html =>
  html`<form method="post" action="${ACCOUNT_PATH}/${action}">
    <button class="${kind}">${label}</button>
  </form>`;
