import { describe, expect, it } from '@jest/globals';
import { hardenPage } from './panel-page.js';

const page = (state: object) =>
  [
    '<head>',
    '      <script>',
    `        window.REDUX_STATE = ${JSON.stringify(state)};`,
    '        window.THEME = {};',
    '      </script>',
    '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Roboto:300,400,500,700" type="text/css">',
    '<script src="/auth/admin/frontend/assets/app.bundle.js"></script>',
  ].join('\n');

const stateOf = (text: string) => JSON.parse(/REDUX_STATE = (.*);/.exec(text)?.[1] ?? '') as unknown;

describe('hardenPage', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '<!-- <script>',
    'line\u2028separator\u2029here',
    '$& $1 \\u003c',
    "';alert(1)//",
  ])('keeps %j as text in the state', (title) => {
    const hardened = hardenPage(page({ session: { title } }), 'n');
    expect(hardened.match(/<\/script>/g)).toHaveLength(2);
    expect(hardened).not.toMatch(/[\u2028\u2029]|<!--/);
    expect(stateOf(hardened)).toEqual({ session: { title } });
  });

  it('gives each script the nonce and names no other host', () => {
    const hardened = hardenPage(page({}), 'abc');
    expect(hardened.match(/<script nonce="abc"/g)).toHaveLength(2);
    expect(hardened).not.toContain('https://');
  });
});
