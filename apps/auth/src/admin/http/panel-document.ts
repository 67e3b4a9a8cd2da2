import { Html, html } from '../../core/http/index.js';

/** What a page of the panel begins with. */
export interface PanelDocument {
  readonly title: string;
  readonly language: string;
  /** `light`, `dark`, or `system`. */
  readonly scheme: string;
  /** Where scripts, styles and fonts are. */
  readonly assets: string;
  /** Read by `components/state.js`. */
  readonly state: object;
  readonly nonce: string;
}

/**
 * The document in which the panel's script draws everything. Its state is data rather than a script, so that nothing in
 * it can run; its scripts carry the nonce that the policy asks for, and nothing comes from elsewhere.
 */
export function panelDocument({ title, language, scheme, assets, state, nonce }: PanelDocument): string {
  return html`<!doctype html>
    <html lang="${language}" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="${assets}/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${assets}/fonts.css" />
        <link rel="stylesheet" href="${assets}/panel.css" />
        <script nonce="${nonce}" src="${assets}/panel.js" defer></script>
      </head>
      <body>
        <div id="app"></div>
        <script nonce="${nonce}" type="application/json" id="panel-state">
          ${new Html(escapeData(JSON.stringify(state)))}
        </script>
      </body>
    </html>`.text;
}

/** JSON that may stand in a script element: `<` ends nothing and opens no comment. */
const escapeData = (json: string): string => json.replace(/</g, '\\u003c');
