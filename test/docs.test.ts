import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { errorDefinitions } from '../apps/auth/src/core/errors/index.js';
import { type TestApp, useCommittingApps, useDatabase } from './support/app.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { openBrowser } from './support/browser.js';
import { bearer, createUser, createUserWith, PASSWORD } from './support/people.js';

jest.setTimeout(60_000);

const [open] = useCommittingApps(1) as [TestApp];
const [closed] = useCommittingApps(1, { DOCS_PUBLIC: 'false' }) as [TestApp];

const PAGES = ['/auth/docs', '/auth/redoc', '/auth/mkdocs/'];
const ALL = [
  '/auth/openapi.json',
  ...PAGES,
  '/auth/docs/init.js',
  '/auth/redoc/init.js',
  '/auth/mkdocs/errors.html',
];

describe('the OpenAPI document', () => {
  let document: OpenAPIObject;
  beforeAll(async () => {
    document = (await open.request().get('/auth/openapi.json').expect(200)).body as OpenAPIObject;
  });
  const operations = () =>
    Object.values(document.paths).flatMap(({ get, post, put, patch, delete: remove }) =>
      [get, post, put, patch, remove].flatMap((operation) => operation ?? []),
    );

  it('names the service, its version of OpenAPI and its public address', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.title).toBe('Auth Service');
    expect(document.servers).toEqual([{ url: open.config.publicUrl }]);
    expect(document.components?.securitySchemes?.bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(document.paths['/auth/v1/users/me']?.get?.security).toEqual([{ bearer: [] }]);
    expect(document.paths['/auth/v1/login']?.post?.security).toBeUndefined();
  });

  it('puts each operation under a described tag and a name of its own', () => {
    const described = document.tags?.map(({ name }) => name);
    const used = new Set(operations().flatMap(({ tags = [] }) => tags));
    expect([...used].sort()).toEqual([...(described ?? [])].sort());
    expect(operations().every(({ tags }) => tags?.length === 1)).toBe(true);
    const names = operations().map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('userMe');
  });

  it('describes the errors of every operation, with the closed union of codes', () => {
    const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
    for (const { responses } of operations()) expect(responses.default).toMatchObject({ content: problem });
    expect(document.components?.schemas?.Problem).toMatchObject({
      properties: { code: { enum: Object.keys(errorDefinitions) } },
    });
  });

  it('is sent again only when it has changed', async () => {
    const { headers } = await open.request().get('/auth/openapi.json').expect(200);
    const again = await open
      .request()
      .get('/auth/openapi.json')
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    expect(again.text).toBe('');
    await open.request().get('/auth/openapi.json').set('If-None-Match', `W/${headers.etag}`).expect(304);
    await open.request().get('/auth/openapi.json').set('If-None-Match', '"other"').expect(200);
  });
});

describe('the pages', () => {
  it.each(ALL)('%s is there, under a policy without inline scripts', async (path) => {
    const { headers } = await open.request().get(path).expect(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
    expect(headers['content-security-policy']).not.toMatch(
      /unsafe-eval|script-src [^;]*unsafe-inline|https?:/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(PAGES)('%s has no inline script and names nothing outside', async (path) => {
    const { text } = await open.request().get(path).expect(200);
    expect(text).not.toMatch(/<script(?![^>]* src=)/);
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('knows the site by its name without a slash and its pages without .html', async () => {
    await open.request().get('/auth/mkdocs').expect(308).expect('location', '/auth/mkdocs/');
    await open.request().get('/auth/mkdocs/errors').expect(200).expect('content-type', /html/);
    await open.request().get('/auth/mkdocs/adr/').expect(200).expect('content-type', /html/);
  });

  it.each(['/auth/mkdocs/nowhere', '/auth/mkdocs/.hidden', '/auth/mkdocs/nowhere/at/all.html'])(
    '%s is a page that says 404',
    async (path) => {
      await open.request().get(path).expect(404).expect('content-type', /html/);
    },
  );

  it.each([
    '/auth/docs/nowhere',
    '/auth/redoc/.hidden',
    '/auth/docs/%2e%2e/sources.sha256',
    '/auth/mkdocs/..%2fsources.sha256',
  ])('%s gives nothing away', async (path) => {
    const { status } = await open.request().get(path);
    expect([403, 404]).toContain(status);
  });

  it.each(Object.keys(errorDefinitions))(
    'explains the error code %s where the answers point to',
    async (code) => {
      const { text } = await open.request().get('/auth/mkdocs/errors.html').expect(200);
      expect(text).toContain(`id="${code}"`);
    },
  );
});

describe('documents that are closed to strangers', () => {
  it.each(ALL)('%s asks who is there', async (path) => {
    const { body } = await closed
      .request()
      .get(path)
      .expect(401)
      .expect('content-type', /problem\+json/);
    expect(body).toMatchObject({ code: 'unauthenticated', status: 401 });
  });

  it('open for holders of docs:read alone', async () => {
    const reader = await bearer(closed, await createUserWith(closed, 'docs:read'));
    const other = await bearer(closed, await createUser(closed));
    for (const path of ALL) {
      await closed.request().get(path).set('Authorization', reader).expect(200);
      await closed.request().get(path).set('Authorization', other).expect(401);
    }
  });
});

describe('in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let service: BuiltService;
  let origin: string;
  const database = useDatabase();
  const admin = { email: 'root@example.test', password: PASSWORD };
  const faults: string[] = [];

  beforeAll(async () => {
    // The built one: the compiler fills in what the document says of fields and operations.
    service = await startBuiltService({
      DATABASE_URL: database.url,
      DATA_DIR: open.config.dataDir,
      BOOTSTRAP_ADMIN_EMAIL: admin.email,
      BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    });
    origin = service.origin;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });
  beforeEach(async () => {
    faults.length = 0;
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
        faults.push(`outside: ${request.url()}`);
    });
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  it('Swagger UI logs in, takes the token and sees the person', async () => {
    await page.goto(`${origin}/auth/docs`);
    const execute = async (tag: string, name: string, payload?: object): Promise<Record<string, string>> => {
      await page.locator(`#operations-tag-${tag}`).click();
      const operation = page.locator(`#operations-${tag}-${name}`);
      await operation.locator('.opblock-summary-control').click();
      await operation.getByRole('button', { name: 'Try it out' }).click();
      if (payload !== undefined) await operation.locator('textarea').fill(JSON.stringify(payload));
      await operation.getByRole('button', { name: 'Execute' }).click();
      const answer = await operation.locator('.live-responses-table .microlight').first().innerText();
      return JSON.parse(answer) as Record<string, string>;
    };

    const { accessToken = '' } = await execute('login', 'authLogin', admin);
    await page.getByRole('button', { name: 'Authorize' }).first().click();
    const bearer = page.locator('.auth-container form', { has: page.locator('#auth-bearer-value') });
    await bearer.locator('input').fill(accessToken);
    await bearer.locator('button[type=submit]').click();
    await page.locator('.modal-ux .close-modal').click();
    expect((await execute('users', 'userMe')).email).toBe(admin.email);

    await page.reload();
    await page.locator('.authorize.unlocked').first().waitFor();
  });

  it('Redoc shows the operations and finds them', async () => {
    await page.goto(`${origin}/auth/redoc`);
    await page.getByRole('heading', { name: 'Log in with e-mail and password.' }).waitFor();
    await page.locator('input[type=text]').first().fill('refresh');
    await page.locator('[role=search] li', { hasText: 'Exchange a refresh token' }).first().waitFor();
  });

  it('the site shows its pages and finds them', async () => {
    await page.goto(`${origin}/auth/mkdocs`);
    await page.getByRole('link', { name: 'Getting started' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Getting started' }).waitFor();
    await page.locator('.VPNavBarSearch button').click();
    await page.locator('.search-input').fill('refresh token');
    await page.locator('.results .result').first().waitFor();
  });
});
