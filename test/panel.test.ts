import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { useCommittingApps } from './support/app.js';
import { openBrowser } from './support/browser.js';
import { bearer, createUserWith, createUserWithRole, logIn, newEmail, PASSWORD } from './support/people.js';

jest.setTimeout(60_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const OPEN = 'panel:open';

let browser: Browser;
let origin: string;

beforeAll(async () => {
  await app.app.listen(0, '127.0.0.1');
  origin = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A browser of one person, and what went wrong in it. */
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeEach(async () => {
  faults.length = 0;
  context = await browser.newContext({ viewport: { width: 1366, height: 850 } });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      faults.push(`outside: ${request.url()}`);
  });
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

const goTo = (path: string) => page.goto(`${origin}/auth/admin${path}`);
const save = () => page.click('[data-testid=button-save]');
const confirm = () => page.getByRole('button', { name: 'Confirm' }).click();
const says = (text: string) => page.getByText(text, { exact: true }).first().waitFor();

async function enter(email: string, password = PASSWORD): Promise<void> {
  await goTo('');
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('[data-testid=panel-dashboard]');
}

async function choose(field: string, label: string): Promise<void> {
  await page.getByTestId(`choices-${field}`).getByText(label, { exact: true }).click();
}

describe('the panel in a browser', () => {
  it('makes a role and a user with it, who then has exactly its permissions', async () => {
    const administrator = await createUserWithRole(app, 'administrator');
    const role = `reporter ${v7()}`;
    const email = newEmail();
    await enter(administrator.email);

    await goTo('/resources/roles/actions/new');
    await page.fill('#name', role);
    await choose('permissions', 'user:read');
    await choose('permissions', 'audit:read');
    await save();
    await says('Created.');

    await goTo('/resources/users/actions/new');
    await page.fill('#email', email);
    await page.fill('#password', PASSWORD);
    await choose('roles', role);
    await save();
    await page.waitForURL(/\/resources\/users(\?|$)/);

    const authorization = await bearer(app, { email });
    const me = await app.request().get('/auth/v1/users/me').set('authorization', authorization).expect(200);
    const { body } = await app
      .request()
      .get(`/auth/v1/users/${me.body.id as string}/permissions`)
      .set('authorization', await bearer(app, administrator))
      .expect(200);
    const own = (body.permissions as string[]).filter((name) => name.startsWith('own_'));
    expect(own.length).toBeGreaterThan(5);
    expect(body.permissions).toEqual(['audit:read', ...own, 'user:read'].sort());
  });

  it('shows each kind of thing, and names with markup as text', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const name = `</script><script>alert(1)</script><img src=x onerror=alert(2)> ${v7()}`;
    await enter(superuser.email);
    await goTo(`/resources/users/records/${superuser.id}/edit`);
    await page.fill('#displayName', name);
    await save();
    await says('Saved.');
    for (const path of ['users', 'roles', 'sessions', 'permissions', 'resources']) {
      await goTo(`/resources/${path}`);
      await page.locator('tbody tr').first().waitFor();
    }
    await goTo('/resources/users?filters.search=script');
    await says(name);
  });

  it('tells what is wrong beside the field, and keeps what was typed', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await enter(superuser.email);
    await goTo('/resources/users/actions/new');
    await page.fill('#email', superuser.email);
    await page.fill('#password', PASSWORD);
    await save();
    await says('There is a user with this e-mail address.');
    expect(await page.inputValue('#email')).toBe(superuser.email);
  });

  it('disables and enables a user, takes roles away and ends sessions', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const user = await createUserWith(app, 'user:read');
    await enter(superuser.email);
    await goTo(`/resources/users/records/${user.id}/show`);
    await page.getByText('Disable', { exact: true }).click();
    await confirm();
    await says('Disabled.');
    await app.request().post('/auth/v1/login').send({ email: user.email, password: PASSWORD }).expect(401);
    await page.getByText('Enable', { exact: true }).click();
    await confirm();
    await says('Enabled.');

    const { accessToken } = await logIn(app, user.email);
    const list = () => app.request().get('/auth/v1/users').set('authorization', `Bearer ${accessToken}`);
    await list().expect(200);
    await goTo(`/resources/users/records/${user.id}/edit`);
    await page.locator('[data-testid=choices-roles] input:checked').first().waitFor({ state: 'attached' });
    await page.locator('[data-testid=choices-roles] input:checked + *').first().click();
    await save();
    await says('Saved.');
    await list().expect(403);

    await goTo(`/resources/sessions?filters.userId=${user.id}&filters.active=true`);
    await page.locator('tbody tr').first().click();
    await page.getByText('End session', { exact: true }).click();
    await confirm();
    await says('Ended.');
    await list().expect(401);
  });

  it('tells of API keys and revokes one', async () => {
    const owner = await createUserWith(app, 'user:read', 'own_api_key:create');
    const { body: key } = await app
      .request()
      .post('/auth/v1/users/me/api-keys')
      .set('authorization', await bearer(app, owner))
      .send({ name: 'nightly export', permissions: ['user:read'] })
      .expect(201);
    const list = () => app.request().get('/auth/v1/users').set('authorization', `Bearer ${key.apiKey}`);
    await list().expect(200);

    await enter((await createUserWithRole(app, 'superuser')).email);
    await goTo(`/resources/api-keys?filters.userId=${owner.id}`);
    await page.locator('tbody tr').getByText(owner.email).waitFor();
    await page.getByText('nightly export').click();
    await says('user:read');
    expect(await page.content()).not.toContain(key.apiKey);
    await page.getByText('Revoke', { exact: true }).click();
    await confirm();
    await says('Revoked.');
    await list().expect(401);
  });

  it('offers no more than one may do, and closes at the next request', async () => {
    const reader = await createUserWith(app, OPEN, 'user:read');
    await enter(reader.email);
    await goTo('/resources/users');
    await page.locator('tbody tr').first().waitFor();
    expect(await page.getByText('Create user').count()).toBe(0);
    expect(await page.getByText('Roles', { exact: true }).count()).toBe(0);

    const superuser = await createUserWithRole(app, 'superuser');
    const authorization = await bearer(app, superuser);
    const roles = await app
      .request()
      .get(`/auth/v1/users/${reader.id}/roles`)
      .set('authorization', authorization)
      .expect(200);
    for (const { roleId } of roles.body.items as { roleId: string }[]) {
      await app
        .request()
        .delete(`/auth/v1/users/${reader.id}/roles/${roleId}`)
        .set('authorization', authorization)
        .expect(204);
    }
    await goTo('/resources/users');
    expect(page.url()).toBe(`${origin}/auth/admin/login`);
  });

  it('logs out on the server', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await enter(superuser.email);
    const cookies = await context.cookies();
    expect(cookies.map(({ name }) => name).sort()).toEqual(['auth-device', 'auth-session']);
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    await goTo('/logout');
    await page.click('button[type=submit]');
    await page.waitForURL(`${origin}/auth/admin/login`);
    await context.addCookies(cookies);
    await goTo('');
    expect(page.url()).toBe(`${origin}/auth/admin/login`);
  });
});
