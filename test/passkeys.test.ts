import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { useCommittingApps } from './support/app.js';
import { openBrowser } from './support/browser.js';
import { freePort } from './support/free-port.js';
import { createUser, createUserWithRole, PASSWORD } from './support/people.js';
import { CodeApp } from './support/totp.js';

jest.setTimeout(60_000);

let port = 0;
beforeAll(async () => (port = await freePort()));
const [app] = useCommittingApps(1, () => ({ PUBLIC_URL: `http://localhost:${port}` })) as [
  ReturnType<typeof useCommittingApps>[number],
];

let browser: Browser;
beforeAll(async () => {
  await app.app.listen(port, '127.0.0.1');
  browser = await openBrowser();
  await createUserWithRole(app, 'superuser');
});
afterAll(() => browser.close());

/** A browser with an authenticator of its own, and what went wrong in it. */
let context: BrowserContext;
let page: Page;
let cdp: CDPSession;
let authenticatorId: string;
const faults: string[] = [];

beforeEach(async () => {
  faults.length = 0;
  context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  ({ authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  }));
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

const goTo = (path: string) => page.goto(`http://localhost:${port}/auth/account${path}`);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (text: string) => page.getByText(text).first().waitFor();
const rest = (path: string, body: object = {}) => app.request().post(`/auth/v1${path}`).send(body);

async function enter(email: string): Promise<void> {
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await press('Log in');
}

/** Logs in, adds a passkey and comes back to the page. */
async function addPasskey(email: string): Promise<void> {
  await goTo('/security');
  await enter(email);
  await page.fill('#passkey-name', 'My key');
  await press('Add a passkey');
  await says('Your recovery codes');
  await page.getByText('I have kept them').click();
  await says('My key');
}

/** What the browser's passkey answers to options of the API. */
async function assertion(options: unknown): Promise<object> {
  return page.evaluate(`navigator.credentials
    .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)}) })
    .then((credential) => credential.toJSON())`);
}

const claimsOf = (accessToken: string) =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('a passkey', () => {
  it('is added on the own page, and then logs in alone', async () => {
    const { email } = await createUser(app);
    await addPasskey(email);
    await press('Log out');
    await says('You are logged out.');
    await press('Log in with a passkey');
    await says('Your account');
    await page.getByText('Sessions').click();
    await says('This device');
    const { rows } = {
      rows: await app.dataSource.query(
        `SELECT amr, login_method FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1 ORDER BY s.id DESC LIMIT 1`,
        [email],
      ),
    };
    expect(rows).toEqual([{ amr: ['pop', 'user'], login_method: 'passkey' }]);
  });

  it('is the second factor beside the password, and what matters asks for it again', async () => {
    const { email } = await createUser(app);
    await addPasskey(email);
    await press('Log out');
    await enter(email);
    await says('One more step');
    await press('Use a passkey');
    await says('Your account');
    await app.dataSource.query(
      `UPDATE sessions SET authenticated_at = now() - interval '1 hour' WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
      [email],
    );
    await goTo('/security');
    await press('Make new ones');
    await says('Is it still you?');
    await press('Use a passkey');
    await press('Make new ones');
    await says('Your recovery codes');
  });

  it('is removed, and worth nothing then', async () => {
    const { email } = await createUser(app);
    await addPasskey(email);
    await press('Remove');
    await says('The passkey is removed.');
    await press('Log out');
    await press('Log in with a passkey');
    await says('The passkey was not accepted');
    await enter(email);
    await says('Your account');
  });
});

describe('over REST', () => {
  it('a passkey logs in once by each answer, and only for our challenge', async () => {
    const { email } = await createUser(app);
    await addPasskey(email);
    const { body: options } = await rest('/login/passkey-options').expect(200);
    expect(options).toMatchObject({ rpId: 'localhost', allowCredentials: [] });
    const response = await assertion(options);
    const { body } = await rest('/login/passkey', { response }).expect(200);
    expect(claimsOf(body.accessToken as string)).toMatchObject({ amr: ['pop', 'user'], acr: 'aal2' });
    const replayed = await rest('/login/passkey', { response }).expect(401);
    expect(replayed.body.code).toBe('invalid_passkey');
    const foreign = await assertion({ ...options, challenge: Buffer.alloc(48).toString('base64url') });
    await rest('/login/passkey', { response: foreign }).expect(401);
    for (const nonsense of [
      {},
      { id: 'x' },
      { id: 'x', response: {} },
      { id: 1, response: { clientDataJSON: 2 } },
    ])
      expect((await rest('/login/passkey', { response: nonsense })).status).toBeLessThan(500);
  });

  it('a copy of a passkey is noticed by its counter', async () => {
    const { email, id } = await createUser(app);
    await addPasskey(email);
    await app.dataSource.query('UPDATE passkeys SET counter = 1000 WHERE user_id = $1', [id]);
    const { body: options } = await rest('/login/passkey-options');
    await rest('/login/passkey', { response: await assertion(options) }).expect(401);
    const events = await app.dataSource.query(
      `SELECT reason FROM audit_log WHERE subject_id = $1 AND action = 'authenticator.verified'`,
      [id],
    );
    expect(events).toEqual([{ reason: 'counter_went_back' }]);
  });

  it('a passkey of somebody else is no second factor', async () => {
    const [one, other] = [await createUser(app), await createUser(app)];
    await addPasskey(one.email);
    await press('Log out');
    await cdp.send('WebAuthn.clearCredentials', { authenticatorId });
    await addPasskey(other.email);
    const login = await rest('/login', { email: one.email, password: PASSWORD }).expect(401);
    const { challenge } = login.body as { challenge: string };
    const { body: options } = await rest('/login/second-factor/passkey-options', { challenge }).expect(200);
    const response = await assertion({ ...options, allowCredentials: [] });
    await rest('/login/second-factor', { challenge, method: 'passkey', response }).expect(401);
  });

  it('a passkey that asks for neither finger nor PIN is one factor alone', async () => {
    const { email } = await createUser(app);
    await addPasskey(email);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    const { body: options } = await rest('/login/passkey-options');
    const response = await assertion({ ...options, userVerification: 'discouraged' });
    const answer = await rest('/login/passkey', { response });
    expect([answer.status, answer.body.code, answer.body.methods]).toEqual([
      401,
      'second_factor_required',
      ['recovery_code'],
    ]);
  });
});

describe('codes of an app, without scripts', () => {
  it('are set up and asked for on our pages and at the panel', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    page = await plain.newPage();
    page.setDefaultTimeout(15_000);
    const { email } = await createUserWithRole(app, 'superuser');
    await goTo('/security');
    await enter(email);
    await press('Set up an app');
    const secret = (await page.locator('code').textContent()) ?? '';
    await page.locator('.qr svg').waitFor();
    const codes = new CodeApp(secret);
    await page.fill('#code', '000000');
    await press('Finish');
    await says('Please look at what is marked below.');
    await page.fill('#code', codes.code(-1));
    await press('Finish');
    await says('Your recovery codes');
    const [recovery = ''] = await page.locator('.codes code').allTextContents();
    await page.getByText('I have kept them').click();
    await press('Log out');

    await page.goto(`http://localhost:${port}/auth/admin`);
    await enter(email);
    await says('One more step');
    await page.fill('#code', '000000');
    await press('Go on');
    await says('This code is not right');
    await page.fill('#code', codes.code());
    await page.check('#remember-totp');
    await press('Go on');
    await page.waitForURL(/\/auth\/admin$/);

    // On this device it is not asked for any more, elsewhere it is.
    await plain.clearCookies({ name: 'auth-session' });
    await goTo('');
    await enter(email);
    await says('Your account');
    await plain.clearCookies();
    await goTo('');
    await enter(email);
    await page.getByText('Use a recovery code').click();
    await page.fill('#recovery-code', recovery);
    await press('Use it up');
    await says('Your account');
    await plain.close();
  });
});
