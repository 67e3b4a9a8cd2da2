const STATE = /window\.REDUX_STATE = ([^\n]*);\n/;
const FONTS = /<link rel="stylesheet" href="https:\/\/fonts\.googleapis\.com[^>]*>/;
/** Words in tables stay whole, where AdminJS would break them after a letter to make its columns narrow. */
const HEAD = '<link rel="icon" href="data:,"><style>td[class] { word-break: normal }</style>';

/**
 * Makes a page of AdminJS safe to send: names cannot end its script, its scripts carry the nonce that the policy asks
 * for, and no font comes from elsewhere.
 */
export function hardenPage(page: string, nonce: string): string {
  return page
    .replace(STATE, (_, state: string) => `window.REDUX_STATE = ${escapeScript(state)};\n`)
    .replace(/<script/g, `<script nonce="${nonce}"`)
    .replace(FONTS, HEAD);
}

/** JSON that may stand in a script: `<` ends nothing, and the two line separators of Unicode no line. */
function escapeScript(json: string): string {
  return json.replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
