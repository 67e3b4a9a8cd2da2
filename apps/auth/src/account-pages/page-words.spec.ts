import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expectKnown } from '../../../../test/support/word-files.js';
import { notices } from './http/notices.js';
import { impersonationBanner } from './pages/impersonation-banner.js';

const folder = fileURLToPath(new URL('./', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
);

/** The templates of HTML, with `…` for each value. */
function templates(node: ts.Node): string[] {
  const own: string[] = [];
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
    const { template } = node;
    own.push(
      ts.isNoSubstitutionTemplateLiteral(template)
        ? template.text
        : template.head.text + template.templateSpans.map(({ literal }) => `…${literal.text}`).join(''),
    );
  }
  node.forEachChild((child) => void own.push(...templates(child)));
  return own;
}

/** What people see of a template beside what is put in. */
const visible = (template: string): string[] =>
  [
    // Some templates are attributes alone.
    ...template.replace(/<[^>]*>|[\w-]+="[^"]*"?/g, ' ').split('…'),
    ...[...template.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(
      ([, text = '']) => text,
    ),
  ].filter((text) => /\p{Lu}|\p{L}\s+\p{L}/u.test(text) && text.trim() !== 'UTC');

describe('the account pages', () => {
  it.each(files)('%s says nothing but words', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    expect(templates(source).flatMap(visible)).toEqual([]);
    const said = [...text.matchAll(/\b(?:say|tell)\(\s*'([\w.-]+)'/g)].map(
      ([, key = '']) => `account.${key}`,
    );
    const titles = [...text.matchAll(/new Page\(\s*'([\w.-]+)'/g)].map(([, key = '']) => `account.${key}`);
    if (!name.endsWith('impersonation-banner.ts')) expectKnown([...said, ...titles]);
  });

  it('say in the language of the reader that somebody else acts', () => {
    const { text } = impersonationBanner('ru', 'one@a.test', 'other@a.test');
    expect(text).toContain('Вы действуете от имени one@a.test');
    expect(visible(text).filter((seen) => /[A-Za-z]/.test(seen.replace(/\w+@[\w.]+/g, '')))).toEqual([]);
  });

  it('have words for every notice', () => expectKnown(notices.map((name) => `account.notices.${name}`)));
});
