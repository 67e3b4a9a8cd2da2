import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type * as Library from '@auth-service/authorization';
import { openBrowser } from './support/browser.js';

jest.setTimeout(60_000);

/** What the page has in its window. */
declare const window: { readonly library: typeof Library };

const PAGE = `<!doctype html><script type="module">
  import * as library from '/index.js';
  window.library = library;
</script>`;
const FOLDER = join(import.meta.dirname, '../libs/authorization');

describe('the built library in a browser', () => {
  let browser: Browser;
  let pages: Server;

  beforeAll(async () => {
    pages = createServer((request, response) => {
      const file = /^\/([\w-]+\.js)$/.exec(request.url ?? '')?.[1];
      if (file === undefined) return void response.setHeader('content-type', 'text/html').end(PAGE);
      response.setHeader('content-type', 'text/javascript').end(readFileSync(join(FOLDER, 'dist', file)));
    });
    await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    pages.close();
  });

  it('decides, explains and follows changes', async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => typeof window.library === 'object');
    const outcome = await page.evaluate(() => {
      const { AuthorizationReplica, decide, explain, plan, plainSubject, toSql } = window.library;
      const seller: Library.RoleRecord = {
        id: 'seller',
        name: 'Seller',
        permissions: ['deal:*'],
        parents: [],
        isDefault: false,
        requiresSecondFactor: false,
      };
      const group = {
        id: 'all',
        number: 1,
        name: 'All',
        parent: null,
        isDefault: true,
        managers: [],
        defaults: {},
      };
      const structure = { permissions: ['deal:read'] as const, roles: [seller], teams: [], groups: [group] };
      const ann = {
        ...plainSubject('ann'),
        roles: [{ roleId: 'seller', validFrom: 0, validUntil: null }],
      };
      const replica = new AuthorizationReplica(1, structure, [ann]);
      const item = { type: 'deal', ownerId: 'bob', group: 1, level: 3 } as const;
      const may = () => {
        const subject = replica.subject('ann');
        const access = replica.model.accessOf(subject, Date.now());
        return decide(replica.model, subject, access, { type: 'deal', action: 'read', item });
      };
      const access = replica.model.accessOf(ann, Date.now());
      const before = may();
      const { path } = explain(replica.model, ann, { type: 'deal', action: 'read' }, Date.now());
      const { condition } = plan(replica.model, ann, access, { type: 'deal', action: 'read' });
      const none = { permissions: null, roles: [], teams: [], groups: null, users: [] };
      const applied = replica.apply({ ...none, since: 1, rev: 2, touched: ['seller'] });
      return {
        before,
        path: path?.map(({ type }) => type),
        parameters: toSql(condition).values,
        applied,
        after: may(),
      };
    });
    expect(outcome).toEqual({
      before: { allowed: true },
      path: ['user', 'role', 'permission'],
      parameters: ['ann', 1, [], []],
      applied: 'applied',
      after: { allowed: false, reason: 'not_permitted' },
    });
  });
});

it('says of every function that it exports what it is for, with an example', () => {
  const source = (file: string) => readFileSync(join(FOLDER, 'src', file), 'utf8');
  const files = [...source('index.ts').matchAll(/export \* from '\.\/([\w-]+)\.js'/g)].map(
    ([, file]) => file,
  );
  const functions = files.flatMap((file) => [
    ...source(`${file}.ts`).matchAll(/(\/\*\*(?:(?!\*\/)[^])*\*\/\s*)?export function (\w+)/g),
  ]);
  expect(functions.length).toBeGreaterThan(20);
  const lacking = functions.filter(([, doc]) => doc?.includes('@example') !== true);
  expect(lacking.map(([, , name]) => name)).toEqual([]);
});
