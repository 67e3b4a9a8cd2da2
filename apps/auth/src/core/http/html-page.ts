import { readFileSync } from 'node:fs';
import { Html, html } from './html.js';

const style = new Html(readFileSync(new URL('./page.css', import.meta.url), 'utf8'));

/** How a page differs from a small form. */
export interface PageOptions {
  /** What the service is called. */
  readonly product?: string;
  /** Room for lists and several columns. */
  readonly wide?: boolean;
  /** In which the page speaks. */
  readonly language?: string;
  /** `light` or `dark`, where the person has chosen; otherwise the device decides. */
  readonly scheme?: 'system' | 'light' | 'dark';
  /** What stands above the page. */
  readonly banner?: Html;
  /** A style sheet of our own beside what every page has. */
  readonly stylesheet?: string;
}

/** A page of our own: a title and a card with the content, without scripts. */
export function htmlPage(
  title: string,
  content: Html,
  {
    product = 'Auth Service',
    wide = false,
    language = 'en',
    scheme = 'system',
    stylesheet,
    banner,
  }: PageOptions = {},
): string {
  return html`<!doctype html>
    <html lang="${language}" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${product}</title>
        <link rel="icon" href="data:," />
        ${stylesheet === undefined ? html`` : html`<link rel="stylesheet" href="${stylesheet}" />`}
        <style>
          ${style}
        </style>
      </head>
      <body class="${banner === undefined ? '' : 'bannered'}">
        ${banner ?? html``}
        <main class="${wide ? 'wide' : 'narrow'}">${content}</main>
      </body>
    </html>`.text;
}

/** The policy of pages without scripts: styles stand in the page, forms go to ourselves. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
