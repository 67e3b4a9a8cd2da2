import { css, type Html, html } from './html.js';

/** How our own pages look, by day and by night. */
const style = css`
  :root {
    color-scheme: light dark;
    --page: #f3f5f8;
    --card: #fff;
    --ink: #16202a;
    --soft: #55636f;
    --line: #8a96a2;
    --accent: #2653c8;
    --on-accent: #fff;
    --bad: #a1121f;
    --bad-page: #fdecee;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --page: #12171d;
      --card: #1b232c;
      --ink: #eef2f6;
      --soft: #a9b6c2;
      --line: #738292;
      --accent: #8fb1ff;
      --on-accent: #0b1220;
      --bad: #ffb3ba;
      --bad-page: #43181d;
    }
  }
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    min-height: 100vh;
    display: grid;
    place-items: center;
    padding: 1.5rem;
    background: var(--page);
    color: var(--ink);
    font:
      1rem/1.5 system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      Arial,
      sans-serif;
  }
  main {
    width: 100%;
    max-width: 24rem;
    padding: 2rem;
    background: var(--card);
    border-radius: 12px;
    box-shadow: 0 1px 4px rgb(0 0 0 / 20%);
  }
  h1 {
    margin: 0 0 0.25rem;
    font-size: 1.4rem;
    line-height: 1.3;
  }
  p {
    margin: 0 0 1.5rem;
    color: var(--soft);
  }
  label {
    display: block;
    margin: 0 0 0.3rem;
    font-weight: 600;
  }
  input {
    width: 100%;
    margin: 0 0 1.1rem;
    padding: 0.6rem 0.75rem;
    font: inherit;
    color: inherit;
    background: var(--page);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  button {
    width: 100%;
    padding: 0.7rem;
    font: inherit;
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border: 0;
    border-radius: 8px;
    cursor: pointer;
  }
  a {
    color: var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .error {
    padding: 0.7rem 0.9rem;
    color: var(--bad);
    background: var(--bad-page);
    border-radius: 8px;
  }
  .back {
    display: block;
    margin-top: 1rem;
    text-align: center;
  }
`;

/** A small page of our own: a title and a card with the content, without scripts. */
export function htmlPage(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Auth Service</title>
        <link rel="icon" href="data:," />
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`.text;
}

/** The policy of pages without scripts: styles stand in the page, forms go to ourselves. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
