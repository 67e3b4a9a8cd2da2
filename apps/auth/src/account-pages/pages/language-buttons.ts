import { type Html, html } from '../../core/http/index.js';
import { words } from '../../words/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { join } from '../http/fields.js';
import type { PageSpeech } from '../http/page-speech.js';

/**
 * Buttons for the other languages, each in its own.
 *
 * @param returnTo - the page on which they stand
 */
export const languageButtons = ({ language, say }: PageSpeech, returnTo: string): Html =>
  html`<form
    class="languages"
    method="post"
    action="${ACCOUNT_PATH}/language"
    aria-label="${say('form.language')}"
  >
    <input type="hidden" name="returnTo" value="${returnTo}" />
    ${join(
      Object.entries(words.languages)
        .filter(([other]) => other !== language)
        .map(
          ([other, name]) =>
            html`<button class="quiet" name="language" value="${other}" lang="${other}">${name}</button>`,
        ),
    )}
  </form>`;
