import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { CreateTeam, SetTeamManager } from '../apps/auth/src/modules/team/index.js';
import { useCommittingApps } from './support/app.js';
import { openBrowser } from './support/browser.js';
import { freePort } from './support/free-port.js';
import { useMailbox } from './support/mailbox.js';
import { createUser, createUserWithRole, logIn, newEmail, PASSWORD } from './support/people.js';

jest.setTimeout(60_000);

const NEW_PASSWORD = 'another horse battery staple';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const mailbox = useMailbox();
let port = 0;
beforeAll(async () => (port = await freePort()));
const [app] = useCommittingApps(1, () => ({
  SMTP_URL: mailbox.url,
  PUBLIC_URL: `http://127.0.0.1:${port}`,
})) as [ReturnType<typeof useCommittingApps>[number]];

let browser: Browser;
beforeAll(async () => {
  await app.app.listen(port, '127.0.0.1');
  browser = await openBrowser();
  await createUserWithRole(app, 'superuser');
});
afterAll(() => browser.close());

/** A browser without scripts, and what went wrong in it. */
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeEach(async () => {
  faults.length = 0;
  context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('request', (request) => {
    if (!request.url().startsWith(`http://127.0.0.1:${port}/`)) faults.push(`outside: ${request.url()}`);
  });
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

const goTo = (path: string) => page.goto(`http://127.0.0.1:${port}/auth/account${path}`);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (text: string) => page.getByText(text).first().waitFor();

async function mailTo(email: string) {
  await app.app.get(MailDelivery).deliver();
  return mailbox.take(email);
}

async function enter(email: string, password = PASSWORD): Promise<void> {
  await page.fill('#email', email);
  await page.fill('#password', password);
  await press('Log in');
}

describe('the account pages in a browser without scripts', () => {
  it('lead from sign-up over the mailed link to the account', async () => {
    const email = newEmail();
    await goTo('');
    await page.getByText('Make an account').click();
    await page.fill('#displayName', 'Ada');
    await page.fill('#email', email);
    await page.fill('#password', 'too short');
    await press('Make the account');
    await says('The password must have at least 15 characters.');
    expect(await page.inputValue('#email')).toBe(email);
    await page.fill('#password', PASSWORD);
    await press('Make the account');
    await says('Look into your mail');

    const { link } = await mailTo(email);
    await page.goto(link);
    await page.goto(link);
    await press('Confirm');
    await says('Your address is confirmed.');
    await page.goto(link);
    await says('This link does not work');
    await goTo('/sessions');
    await enter(email);
    await says('This device');
    expect(page.url()).toContain('/auth/account/sessions');
  });

  it('keep the profile, and tell when somebody else was quicker', async () => {
    const user = await createUser(app);
    await goTo('');
    await enter(user.email);
    await page.fill('#givenName', '<b>Ada</b>');
    await page.selectOption('#locale', 'de');
    await press('Save');
    await says('Your profile is saved.');
    expect(await page.inputValue('#givenName')).toBe('<b>Ada</b>');
    await app.dataSource.query('UPDATE users SET version = version + 1 WHERE id = $1', [user.id]);
    await page.fill('#familyName', 'Lovelace');
    await press('Save');
    await page.locator('[role=alert]').waitFor();
  });

  it('set a forgotten password', async () => {
    const { email } = await createUser(app);
    await goTo('/login');
    await page.getByText('Forgot your password?').click();
    await page.fill('#email', email);
    await press('Send the link');
    await says('Look into your mail');
    await page.goto((await mailTo(email)).link);
    await page.fill('#password', NEW_PASSWORD);
    await press('Set the password');
    await says('Your new password is set.');
    await enter(email, NEW_PASSWORD);
    await says('Your account');
  });

  it('take an invitation', async () => {
    const email = newEmail();
    const administrator = await createUserWithRole(app, 'administrator');
    const { accessToken } = await logIn(app, administrator.email);
    await app
      .request()
      .post('/auth/v1/invitations')
      .set('authorization', `Bearer ${accessToken}`)
      .send({ email })
      .expect(201);
    await page.goto((await mailTo(email)).link);
    await page.fill('#password', PASSWORD);
    await press('Accept');
    await says('Your account is ready.');
    await enter(email);
    await says('Your account');
  });

  it('take an invitation into a team', async () => {
    const [manager, { email }] = [await createUser(app), await createUser(app)];
    const team = await app.app.get(CreateTeam).execute({ name: 'North <Sea>' });
    await app.app.get(SetTeamManager).execute(team.id, manager.id, true);
    const { accessToken } = await logIn(app, manager.email);
    await app
      .request()
      .post(`/auth/v1/users/me/teams/${team.id}/invitations`)
      .set('authorization', `Bearer ${accessToken}`)
      .send({ email })
      .expect(201);
    const { link } = await mailTo(email);
    await page.goto(link);
    await press('Join');
    await says('You are in the team now.');
    await page.goto(link);
    await says('This link does not work');
  });

  it('change the address and the password, each only with the password', async () => {
    const { email } = await createUser(app);
    const wanted = newEmail();
    await goTo('');
    await enter(email);
    await page.fill('#email', wanted);
    await page.fill('#password', 'not my password');
    await press('Change the address');
    await says('This is not your password.');
    await page.fill('#password', PASSWORD);
    await press('Change the address');
    await says(wanted);
    await press('Keep the address I have');
    await says('Your address stays as it is.');

    await page.getByText('Password and security').click();
    await page.fill('#currentPassword', PASSWORD);
    await page.fill('#password', NEW_PASSWORD);
    await press('Change the password');
    await says('Log in with the new one.');
    await enter(email, NEW_PASSWORD);
    await says('Your account');
  });

  it('end sessions: one, all others, and this', async () => {
    const { email } = await createUser(app);
    const [first, second, third] = [
      await logIn(app, email),
      await logIn(app, email),
      await logIn(app, email),
    ];
    const isAlive = async ({ accessToken }: typeof first) =>
      (await app.request().get('/auth/v1/users/me').set('authorization', `Bearer ${accessToken}`)).status ===
      200;
    await goTo('/sessions');
    await enter(email);
    await page.locator(`form[action$="${second.sessionId}/end"] button`).click();
    await says('The session is ended.');
    expect([await isAlive(first), await isAlive(second), await isAlive(third)]).toEqual([true, false, true]);
    await press('Log out everywhere else');
    await says('All your other sessions are ended.');
    expect([await isAlive(first), await isAlive(third)]).toEqual([false, false]);
    const cookies = await context.cookies();
    await press('Log out');
    await says('You are logged out.');
    await context.addCookies(cookies);
    await goTo('');
    expect(page.url()).toContain('/login');
  });

  it('close the account', async () => {
    const { email } = await createUser(app);
    await goTo('/data');
    await enter(email);
    await page.fill('#password', PASSWORD);
    await press('Close my account');
    await says('Your account is closed.');
    await enter(email);
    await says('E-mail or password is wrong');
  });
});

describe('the account pages', () => {
  it('are for those alone who are logged in, and forms of other sites are refused', async () => {
    const { email } = await createUser(app);
    const origin = `http://127.0.0.1:${port}`;
    const form = (path: string, body: object, headers: Record<string, string> = { origin }) =>
      app.request().post(`/auth/account${path}`).set(headers).type('form').send(body);
    for (const path of ['', '/security', '/sessions', '/data', '/data/export']) {
      const { status, headers } = await app.request().get(`/auth/account${path}`);
      expect([path, status]).toEqual([path, 303]);
      expect(headers.location).toBe(
        `/auth/account/login?returnTo=${encodeURIComponent(`/auth/account${path}`)}`,
      );
    }
    const credentials = { email, password: PASSWORD };
    for (const foreign of [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
      await form('/login', credentials, foreign as Record<string, string>).expect(403);
    const login = await form('/login', { ...credentials, returnTo: '//evil.example' }).expect(303);
    expect(login.headers.location).toBe('/auth/account');
    const cookie = String(login.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const session = { cookie: cookie.split(';')[0] ?? '' };
    await form('/logout', {}, { ...session, origin: 'https://evil.example' }).expect(403);
    const shown = await app.request().get('/auth/account').set(session).expect(200);
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect(shown.headers['cache-control']).toBe('no-store');
    // A cookie opens pages alone, never the API.
    await app.request().get('/auth/v1/users/me').set(session).expect(401);
  });

  it('are accessible', async () => {
    const { email } = await createUser(app);
    const scripted = await browser.newPage({ bypassCSP: true });
    const look = async (path: string) => {
      await scripted.goto(`http://127.0.0.1:${port}/auth/account${path}`);
      await scripted.evaluate(axe);
      const violations = await scripted.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
      expect([path, violations]).toEqual([path, []]);
    };
    for (const path of [
      '/login',
      '/sign-up',
      '/forgot-password',
      '/reset-password?token=none',
      '/mail-preview',
    ])
      await look(path);
    await scripted.goto(`http://127.0.0.1:${port}/auth/account/login`);
    await scripted.fill('#email', email);
    await scripted.fill('#password', PASSWORD);
    await scripted.click('button');
    for (const path of ['', '/security', '/sessions', '/data']) await look(path);
    await scripted.close();
  });
});
