import { type Html, html } from '../../core/http/index.js';
import type { RenderedMail } from '../../core/mail/index.js';
import { ACCOUNT_PATH } from '../http/account-path.js';
import { join } from '../http/fields.js';
import { Page } from '../http/page.js';

/** What the preview shows. */
export interface MailPreviewState {
  readonly kinds: readonly string[];
  readonly languages: readonly string[];
  readonly kind: string;
  readonly language: string;
  readonly mail: RenderedMail;
}

export function mailPreviewPage({ kinds, languages, kind, language, mail }: MailPreviewState): Page {
  const link = (to: { kind: string; language: string }, label: string, current: boolean): Html => {
    const path = `${ACCOUNT_PATH}/mail-preview?kind=${to.kind}&language=${to.language}`;
    return html`<li><a href="${path}" ${current ? html`aria-current="page"` : html``}>${label}</a></li>`;
  };
  return new Page(
    'mailPreview.title',
    ({ say }) =>
      html`<h1>${say('mailPreview.title')}</h1>
        <p>${say('mailPreview.hint')}</p>
        <nav aria-label="${say('mailPreview.title')}">
          <ul>
            ${join(kinds.map((name) => link({ kind: name, language }, name, name === kind)))}
          </ul>
        </nav>
        <nav aria-label="${say('mailPreview.languages')}">
          <ul>
            ${join(languages.map((name) => link({ kind, language: name }, name, name === language)))}
          </ul>
        </nav>
        <section aria-labelledby="subject">
          <h2 id="subject">${mail.subject}</h2>
          <iframe title="${say('mailPreview.asHtml')}" sandbox="" srcdoc="${mail.html}"></iframe>
          <pre>${mail.text}</pre>
        </section>`,
    { wide: true },
  );
}
