import { type Html, html } from '../../core/http/index.js';
import type { LinkedIdentity, ProviderView } from '../../modules/federation/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, join } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { moment } from '../http/moment.js';
import { Page } from '../http/page.js';
import { buttonForm } from './account-layout.js';

/** Leads on by itself, without a script. */
export const goOnPage = (url: string, cookies: readonly string[]): Page =>
  new Page(
    'One moment',
    html`<meta http-equiv="refresh" content="0;url=${url}" />
      <h1>One moment</h1>
      <p>If nothing happens: <a href="${url}">go on</a>.</p>`,
    { cookies },
  );

export const refusedPage = (state: FormState): Page =>
  new Page(
    'Not logged in',
    html`<h1>That did not work</h1>
      ${alert(state)}
      <a href="${ACCOUNT_PATH}/login">To the login</a>`,
    { status: state.refusal?.status ?? 403 },
  );

/** The buttons of the login page. */
export const providerButtons = (providers: readonly ProviderView[], returnTo: string | undefined): Html =>
  join(
    providers.map(
      ({ name, label }) =>
        html`<form method="post" action="${ACCOUNT_PATH}/federation/${name}">
          <input type="hidden" name="returnTo" value="${returnTo ?? ''}" />
          <button class="quiet" type="submit">Continue with ${label}</button>
        </form>`,
    ),
  );

/** The identities that are linked, and buttons for more. */
export function identitiesSection(
  identities: readonly LinkedIdentity[],
  providers: readonly ProviderView[],
): Html {
  if (providers.length === 0 && identities.length === 0) return html``;
  return html`<section aria-labelledby="identities">
    <h2 id="identities">Linked accounts</h2>
    <p>With these you log in here, too.</p>
    <ul class="items">
      ${join(
        identities.map(
          ({ id, label, email, createdAt }) =>
            html`<li>
              <div><strong>${label}</strong> <small>${email}, since ${moment(createdAt)}</small></div>
              ${buttonForm(`identities/${id}/unlink`, 'Unlink', 'danger')}
            </li>`,
        ),
      )}
    </ul>
    ${join(providers.map(({ name, label }) => buttonForm(`federation/${name}/link`, `Link ${label}`)))}
  </section>`;
}
