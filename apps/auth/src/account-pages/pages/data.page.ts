import { html } from '../../core/http/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, field } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import type { Page } from '../http/page.js';
import { accountPage } from './account-layout.js';

/** The page with one's data, and the way out. */
export function dataPage(close: FormState = {}, status = 200): Page {
  return accountPage({
    title: 'Your data',
    status,
    content: html`<section aria-labelledby="export">
        <h2 id="export">A copy of your data</h2>
        <p>All that this service knows of you, as a JSON file.</p>
        <a href="${ACCOUNT_PATH}/data/export" download>Download it</a>
      </section>
      <section aria-labelledby="close">
        <h2 id="close">Close your account</h2>
        <p>Your account and all your sessions end at once. This cannot be undone.</p>
        ${alert(close)}
        <form method="post" action="${ACCOUNT_PATH}/data/close">
          ${field(close, {
            name: 'password',
            label: 'Your password',
            type: 'password',
            autocomplete: 'current-password',
          })}
          <button class="danger" type="submit">Close my account</button>
        </form>
      </section>`,
  });
}
