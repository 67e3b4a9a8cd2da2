import { type Html, html } from '../../core/http/index.js';
import type { LinkedIdentity, ProviderView } from '../../modules/federation/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { alert, join } from '../http/fields.js';
import type { FormState } from '../http/form.js';
import { Page } from '../http/page.js';
import type { PageSpeech } from '../http/page-speech.js';
import { buttonForm } from './account-layout.js';

/** Leads on by itself, without a script. */
export const goOnPage = (url: string, cookies: readonly string[]): Page =>
  new Page(
    'federation.moment',
    ({ say, tell }) =>
      html`<meta http-equiv="refresh" content="0;url=${url}" />
        <h1>${say('federation.moment')}</h1>
        <p>
          ${tell('federation.nothingHappens', { link: html`<a href="${url}">${say('federation.goOn')}</a>` })}
        </p>`,
    { cookies },
  );

export const refusedPage = (state: FormState): Page =>
  new Page(
    'federation.refused',
    (speech) =>
      html`<h1>${speech.say('error.heading')}</h1>
        ${alert(speech, state)}
        <a href="${ACCOUNT_PATH}/login">${speech.say('form.backToLogin')}</a>`,
    { status: state.refusal?.status ?? 403 },
  );

/** The buttons of the login page. */
export const providerButtons = (
  { say }: PageSpeech,
  providers: readonly ProviderView[],
  returnTo: string | undefined,
): Html =>
  join(
    providers.map(
      ({ name, label }) =>
        html`<form method="post" action="${ACCOUNT_PATH}/federation/${name}">
          <input type="hidden" name="returnTo" value="${returnTo ?? ''}" />
          <button class="quiet" type="submit">${say('federation.continueWith', { provider: label })}</button>
        </form>`,
    ),
  );

/** The identities that are linked, and buttons for more. */
export function identitiesSection(
  { say, tell, moment }: PageSpeech,
  identities: readonly LinkedIdentity[],
  providers: readonly ProviderView[],
): Html {
  if (providers.length === 0 && identities.length === 0) return html``;
  const items = identities.map(
    ({ id, label, email, createdAt }) =>
      html`<li>
        <div>
          <strong>${label}</strong>
          <small>${email}, ${tell('federation.since', { at: moment(createdAt) })}</small>
        </div>
        ${buttonForm(`identities/${id}/unlink`, say('federation.unlink'), 'danger')}
      </li>`,
  );
  const buttons = providers.map(({ name, label }) =>
    buttonForm(`federation/${name}/link`, say('federation.link', { provider: label })),
  );
  return html`<section aria-labelledby="identities">
    <h2 id="identities">${say('federation.title')}</h2>
    <p>${say('federation.purpose')}</p>
    <ul class="items">
      ${join(items)}
    </ul>
    ${join(buttons)}
  </section>`;
}
