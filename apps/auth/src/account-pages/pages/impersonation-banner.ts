import { type Html, html } from '../../core/http/index.js';

/** Where acting in somebody else's name ends; the panel knows the way back. */
const END = '/auth/admin/impersonation/end';

/** Says on every page that somebody else acts in the person's name, and lets them end it. */
export function impersonationBanner(person: string, impersonator: string): Html {
  return html`<aside class="banner" aria-label="Acting for somebody else">
    <p>
      <strong>You act in the name of ${person}.</strong> Everything is recorded under both names, theirs and
      yours (${impersonator}). What is theirs can be read here, and not changed.
    </p>
    <form method="post" action="${END}"><button type="submit">End</button></form>
  </aside>`;
}
