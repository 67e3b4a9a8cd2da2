import { type Html, html } from '../../core/http/index.js';
import { words } from '../../words/index.js';

/** Where acting in somebody else's name ends; the panel knows the way back. */
const END = '/auth/admin/impersonation/end';

/** Says on every page that somebody else acts in the person's name, and lets them end it. */
export function impersonationBanner(language: string, person: string, impersonator: string): Html {
  const say = (key: string, email = '') => words.say(language, `shell.acting.${key}`, { email });
  return html`<aside class="banner" aria-label="${say('label')}">
    <p><strong>${say('as', person)}</strong> ${say('recorded', impersonator)} ${say('readOnly')}</p>
    <form method="post" action="${END}"><button type="submit">${say('end')}</button></form>
  </aside>`;
}
