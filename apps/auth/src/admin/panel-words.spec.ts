import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expectKnown } from '../../../../test/support/word-files.js';
import { errorDefinitions } from '../core/errors/index.js';
import { sections } from './adminjs/section.js';
import { loginMethods, sessionEndReasons } from '../core/access/index.js';
import { storyKinds } from '../modules/session/index.js';
import { auditActions, auditSubjectTypes, chainFaultKinds } from '../modules/audit/index.js';
import { attentionKinds } from './pages/attention.js';
import { panelPages } from './pages/index.js';
import { panelResources } from './resources/index.js';

const components = fileURLToPath(new URL('./components', import.meta.url));

/** Stands in for what a page asks, which describing it does not need. */
const unasked: object = new Proxy(() => unasked, { get: () => unasked });

describe('the words of the panel', () => {
  it('name each error, each section, and what needs attention', () => {
    expectKnown([
      ...Object.keys(errorDefinitions).map((code) => `problems.${code}`),
      ...sections.map((section) => `sections.${section}`),
      ...attentionKinds.map((kind) => `pages.attention.kinds.${kind}`),
    ]);
  });

  it('name each thing that the audit log tells of, and what may be wrong with it', () => {
    expectKnown([
      ...auditActions.map((action) => `auditActions.${action}`),
      ...auditSubjectTypes.map((subject) => `auditSubjectTypes.${subject}`),
      ...chainFaultKinds.map((kind) => `pages.audit.faults.${kind}`),
    ]);
  });

  it('tell each thing that happens to a session', () => {
    expectKnown([
      ...storyKinds.map((kind) => `stories.kinds.${kind}`),
      ...loginMethods.map((method) => `stories.logins.${method}`),
      ...sessionEndReasons.map((reason) => `stories.ends.${reason}`),
    ]);
  });

  it('name each list, its fields, their values and its buttons', () => {
    for (const Resource of panelResources) {
      const { id, fields, commands = [] } = new Resource().describe();
      expectKnown([
        ...['list', 'new', 'edit', 'show'].map((action) => `resources.${id}.actions.${action}`),
        ...fields.map(({ name }) => `resources.${id}.properties.${name}`),
        ...fields.flatMap(({ name, values = [] }) => values.map((value) => `values.${name}.${value}`)),
        ...commands.flatMap(({ name }) => [
          `resources.${id}.actions.${name}`,
          `resources.${id}.messages.${name}.confirm`,
          `resources.${id}.messages.${name}.done`,
        ]),
      ]);
    }
  });

  it('name each page', () => {
    const described = panelPages.map(
      (Page) => new Page(...Array.from({ length: Page.length }, () => unasked)),
    );
    expectKnown(described.map((page) => `pages.${page.describe().name}.title`));
  });
});

/** What people see of a component beside what it says by keys. */
function visibleTexts(node: ts.Node): string[] {
  const own: string[] = [];
  if (ts.isJsxText(node)) own.push(node.text);
  if (ts.isJsxAttribute(node) && /^(aria-label|title|placeholder|alt|label)$/.test(node.name.getText()))
    if (node.initializer !== undefined && ts.isStringLiteral(node.initializer))
      own.push(node.initializer.text);
  node.forEachChild((child) => void own.push(...visibleTexts(child)));
  return own.filter((text) => /\p{L}/u.test(text));
}

describe('the components', () => {
  const files = readdirSync(components, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.jsx?$/.test(name),
  );

  it.each(files)('%s says nothing but words', (name) => {
    const text = readFileSync(join(components, name), 'utf8');
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JSX);
    expect(visibleTexts(source)).toEqual([]);
    expectKnown([...text.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map(([, key = '']) => key));
  });
});
