import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { AuthClient, AuthError, Tokens, webStorageStore } from '@auth-service/client';
import { useDatabase } from './support/app.js';
import { openBrowser } from './support/browser.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { takePort } from './support/free-port.js';
import { PASSWORD } from './support/people.js';

jest.setTimeout(60_000);

const ME = '/auth/v1/users/me';
const DIST = join(import.meta.dirname, '../libs/client/dist');
const admin = { email: 'root@example.test', password: PASSWORD };
const database = useDatabase();
let pages: Server;
let origin = '';
let service: BuiltService;
let browser: Browser;
let context: BrowserContext;
/** Refreshes that left the browser. */
let refreshes = 0;

/** What the page has in its window. */
interface PageWindow {
  readonly client: AuthClient;
  readonly store: ReturnType<typeof webStorageStore>;
  readonly logouts: string[];
}
declare const window: PageWindow;

const page = (serviceOrigin: string) => `<!doctype html><title>An app</title><script type="module">
  import { AuthClient, webStorageStore } from '/client/index.js';
  window.store = webStorageStore();
  window.logouts = [];
  window.client = new AuthClient({ baseUrl: '${serviceOrigin}', store: window.store });
  window.client.onLogout((reason) => window.logouts.push(reason));
</script>`;

beforeAll(async () => {
  const taken = await takePort();
  taken.server.close();
  origin = `http://127.0.0.1:${taken.port}`;
  service = await startBuiltService({
    DATABASE_URL: database.url,
    DATA_DIR: process.env.TEST_DATA_DIR ?? '',
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    CORS_ORIGINS: origin,
  });
  pages = createServer((request, response) => {
    const file = /^\/client\/([\w-]+\.js)$/.exec(request.url ?? '')?.[1];
    if (file === undefined)
      return void response.setHeader('content-type', 'text/html').end(page(service.origin));
    readFile(join(DIST, file)).then(
      (text) => response.setHeader('content-type', 'text/javascript').end(text),
      () => response.writeHead(404).end(),
    );
  }).listen(taken.port, '127.0.0.1');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  pages.close();
  await service.stop();
});

beforeEach(async () => {
  context = await browser.newContext();
  refreshes = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/auth/v1/refresh') && request.method() === 'POST') refreshes++;
  });
});
afterEach(() => context.close());

async function openTab(): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(origin);
  await tab.waitForFunction(() => typeof window.client === 'object');
  return tab;
}

const logIn = (tab: Page) => tab.evaluate((credentials) => window.client.login(credentials), admin);
const logoutsOf = (tabs: Page[]) => Promise.all(tabs.map((tab) => tab.evaluate(() => window.logouts)));

/** How often the refresh tokens of the session were exchanged, as the service's tables have it. */
async function refreshesOf(tab: Page): Promise<number> {
  const session = await tab.evaluate(() => window.client.session());
  const connection = new pg.Client({ connectionString: database.url });
  await connection.connect();
  const sql = 'SELECT id FROM refresh_tokens WHERE session_id = $1';
  const { rowCount } = await connection.query(sql, [session?.sessionId]);
  await connection.end();
  return (rowCount ?? 0) - 1;
}

describe.each(['Web Locks', 'the storage alone'])('three tabs of one origin with %s', (means) => {
  let tabs: [Page, Page, Page];

  beforeEach(async () => {
    if (means !== 'Web Locks')
      await context.addInitScript(
        'Object.defineProperty(Navigator.prototype, "locks", { value: undefined });',
      );
    tabs = [await openTab(), await openTab(), await openTab()];
    expect(await tabs[0].evaluate('typeof navigator.locks')).toBe(
      means === 'Web Locks' ? 'object' : 'undefined',
    );
    await logIn(tabs[0]);
  });

  it.each([
    ['have expired', { refreshAt: 0, expiresAt: 0 }],
    ['are refused', { accessToken: 'eyJhbGciOiJFUzI1NiJ9.e30.AA' }],
  ])('refresh once when the tokens %s, and all stay logged in', async (_, changes: Partial<Tokens>) => {
    for (let round = 1; round <= 5; round++) {
      await tabs[0].evaluate((spoilt) => {
        const tokens = window.store.read() as Tokens;
        return window.store.write({ ...tokens, ...spoilt });
      }, changes);
      const emails = await Promise.all(
        tabs.map((tab) =>
          tab.evaluate(
            (path) => Promise.all(Array.from({ length: 20 }, () => window.client.get(path))),
            ME as typeof ME,
          ),
        ),
      );
      expect(new Set(emails.flat().map(({ email }) => email))).toEqual(new Set([admin.email]));
      expect(refreshes).toBe(round);
    }
    expect(await refreshesOf(tabs[1])).toBe(5);
    expect(await logoutsOf(tabs)).toEqual([[], [], []]);
  });

  it('learn of each other: who logs in or out in one is it in all, beyond a reload', async () => {
    await tabs[1].reload();
    await tabs[1].waitForFunction(() => typeof window.client === 'object');
    const me = await tabs[1].evaluate((path) => window.client.get(path), ME as typeof ME);
    expect(me.email).toBe(admin.email);
    await tabs[2].evaluate(() => window.client.logout());
    await Promise.all(tabs.map((tab) => tab.waitForFunction(() => window.logouts.length > 0)));
    expect(await logoutsOf(tabs)).toEqual([['elsewhere'], ['elsewhere'], ['requested']]);
  });
});

describe('a page of another origin', () => {
  it('may use every method of the API and read what errors say in headers', async () => {
    const tab = await openTab();
    await logIn(tab);
    const outcome = await tab.evaluate(async () => {
      const { client } = window;
      const me = await client.patch('/auth/v1/users/me', { body: { displayName: 'Root' } });
      const role = await client.post('/auth/v1/roles', { body: { name: 'reader', permissions: [] } });
      const path = { id: role.id };
      await client.put('/auth/v1/roles/{id}/permissions', { path, body: { permissions: [] } });
      await client.delete('/auth/v1/roles/{id}', { path });
      const failure = (wanted: Promise<unknown>) =>
        wanted.then(
          () => null,
          (error: unknown) => error as AuthError,
        );
      const missing = await failure(client.get('/auth/v1/roles/{id}', { path }));
      const anonymous = await failure(client.get('/auth/v1/users/me', { anonymous: true }));
      return {
        name: me.displayName,
        code: missing?.code,
        requestId: missing?.requestId,
        challenge: anonymous?.challenge,
      };
    });
    expect(outcome).toEqual({
      name: 'Root',
      code: 'not_found',
      requestId: expect.stringMatching(/\S{8,}/),
      challenge: 'Bearer',
    });
  });
});
