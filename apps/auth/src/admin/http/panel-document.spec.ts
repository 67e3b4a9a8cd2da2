import { describe, expect, it } from '@jest/globals';
import { panelDocument } from './panel-document.js';

const documentWith = (title: string) =>
  panelDocument({
    title: 'Panel',
    language: 'en',
    scheme: 'system',
    assets: '/assets',
    nonce: 'abc',
    state: { session: { title } },
  });

const stateOf = (text: string) =>
  JSON.parse(/id="panel-state">([^]*?)<\/script>/.exec(text)?.[1] ?? '') as unknown;

describe('panelDocument', () => {
  it.each([
    '</script><script>alert(1)</script>',
    '<!-- <script>',
    'line\u2028separator\u2029here',
    '$& $1 \\u003c',
    "';alert(1)//",
  ])('keeps %j as text in the state', (title) => {
    const page = documentWith(title);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toMatch(/<!--/);
    expect(stateOf(page)).toEqual({ session: { title } });
  });

  it('gives each script the nonce, has none that runs by itself, and names no other host', () => {
    const page = documentWith('');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<script nonce="abc" (src="\/assets|type="application\/json)/g)).toHaveLength(2);
    expect(page).not.toMatch(/https?:|<style|style=/);
  });
});
