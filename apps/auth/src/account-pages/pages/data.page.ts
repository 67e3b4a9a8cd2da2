import { html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import type { Page } from '../http/page.js';
import { accountPage } from './account-layout.js';

/** The page with one's data, and the way out. */
export function dataPage(close: FormState = {}, status = 200): Page {
  return accountPage({
    place: 'data',
    status,
    content: (speech) =>
      html`<section aria-labelledby="export">
          <h2 id="export">${speech.say('data.copy')}</h2>
          <p>${speech.say('data.copyHint')}</p>
          <a href="${ACCOUNT_PATH}/data/export" download>${speech.say('data.download')}</a>
        </section>
        <section aria-labelledby="close">
          <h2 id="close">${speech.say('data.close')}</h2>
          <p>${speech.say('data.closeHint')}</p>
          ${alert(speech, close)}
          <form method="post" action="${ACCOUNT_PATH}/data/close">
            ${field(speech, close, {
              name: 'password',
              label: speech.say('form.yourPassword'),
              type: 'password',
              autocomplete: 'current-password',
            })}
            <button class="danger" type="submit">${speech.say('data.closeMine')}</button>
          </form>
        </section>`,
  });
}
