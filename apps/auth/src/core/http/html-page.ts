import { readFileSync } from 'node:fs';
import { Html, html } from './html.js';

const style = new Html(readFileSync(new URL('./page.css', import.meta.url), 'utf8'));

/** How a page differs from a small form. */
export interface PageOptions {
  /** What the service is called. */
  readonly product?: string;
  /** Room for lists and several columns. */
  readonly wide?: boolean;
}

/** A page of our own: a title and a card with the content, without scripts. */
export function htmlPage(
  title: string,
  content: Html,
  { product = 'Auth Service', wide = false }: PageOptions = {},
): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${product}</title>
        <link rel="icon" href="data:," />
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main class="${wide ? 'wide' : 'narrow'}">${content}</main>
      </body>
    </html>`.text;
}

/** The policy of pages without scripts: styles stand in the page, forms go to ourselves. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
