import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWithRole, newEmail, PASSWORD } from './support/people.js';

const app = useApp({
  TRUSTED_PROXIES: '127.0.0.1,::1',
  LOGIN_FAILURES_PER_ACCOUNT: '3',
  LOGIN_FAILURES_PER_NETWORK: '6',
  LOGIN_FAILURES_PER_ACCOUNT_OVERALL: '8',
  LOGIN_FAILURES_PER_PASSWORD: '5',
});
const HERE = '192.0.2.1';
const ORIGIN = 'http://localhost:3000';

/** From where, and with which device token. */
interface Origin {
  readonly from?: string;
  readonly deviceToken?: unknown;
}

const logIn = (email: string, password = PASSWORD, { from = HERE, deviceToken }: Origin = {}) =>
  app.request().post('/auth/v1/login').set('x-forwarded-for', from).send({ email, password, deviceToken });
const guess = (email: string, origin?: Origin) => logIn(email, `a wrong passphrase ${v7()}`, origin);
const form = (path: string, email: string, password: string, cookie = '') =>
  app
    .request()
    .post(path)
    .type('form')
    .set({ origin: ORIGIN, cookie, 'x-forwarded-for': HERE })
    .send({ email, password });

/** A network for each number. */
const network = (number: number) => `198.51.100.${number}`;

/** Somebody guesses from the network of everybody else until it has to wait. */
async function lockOut(email: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) await guess(email).expect(401);
  await guess(email).expect(429);
}

const tokenOf = ({ body }: { body: unknown }) => (body as { deviceToken: string }).deviceToken;
const cookiesOf = ({ headers }: { headers: Record<string, unknown> }) =>
  (headers['set-cookie'] as string[]).map((cookie) => cookie.split(';')[0] ?? '');

describe('a device that is known', () => {
  it('lets its owner in whatever a stranger in the same network does', async () => {
    const owner = await createUser(app);
    const deviceToken = tokenOf(await logIn(owner.email).expect(200));
    await lockOut(owner.email);
    await logIn(owner.email).expect(429);
    expect(tokenOf(await logIn(owner.email, PASSWORD, { deviceToken }).expect(200))).toBe(deviceToken);
    // Now the whole network waits.
    for (let attempt = 0; attempt < 3; attempt++) await guess(newEmail());
    await guess(newEmail()).expect(429);
    await logIn(owner.email, PASSWORD, { deviceToken }).expect(200);
  });

  it('waits after failures of its own, and nobody else does', async () => {
    const owner = await createUser(app);
    const deviceToken = tokenOf(await logIn(owner.email).expect(200));
    for (let attempt = 0; attempt < 3; attempt++) await guess(owner.email, { deviceToken }).expect(401);
    const { headers } = await guess(owner.email, { deviceToken }).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await logIn(owner.email, PASSWORD, { deviceToken }).expect(429);
    await logIn(owner.email).expect(200);
  });

  it('is a stranger to another account, and so is a token that nobody issued', async () => {
    const [owner, neighbour] = [await createUser(app), await createUser(app)];
    const theirs = tokenOf(await logIn(neighbour.email).expect(200));
    const own = tokenOf(await logIn(owner.email).expect(200));
    await lockOut(owner.email);
    const [first = ''] = own;
    const altered = `${first === 'A' ? 'B' : 'A'}${own.slice(1)}`;
    for (const deviceToken of [theirs, altered, 'x'.repeat(64), 'x'])
      await logIn(owner.email, PASSWORD, { deviceToken }).expect(429);
    const { body } = await logIn(owner.email, PASSWORD, { deviceToken: 7 }).expect(400);
    expect(body.errors[0].field).toBe('deviceToken');
  });

  it('gets another token for another account', async () => {
    const [owner, neighbour] = [await createUser(app), await createUser(app)];
    const deviceToken = tokenOf(await logIn(neighbour.email).expect(200));
    const own = tokenOf(await logIn(owner.email, PASSWORD, { deviceToken }).expect(200));
    expect(own).not.toBe(deviceToken);
    await lockOut(owner.email);
    await logIn(owner.email, PASSWORD, { deviceToken: own }).expect(200);
  });

  it.each([
    ['the account pages', '/auth/account/login', 'user'],
    ['the panel', '/auth/admin/login', 'superuser'],
  ])('is a browser too, by its cookie: %s', async (_, path, role) => {
    const owner = role === 'user' ? await createUser(app) : await createUserWithRole(app, role);
    const cookies = cookiesOf(await form(path, owner.email, PASSWORD).expect(303));
    const device = cookies.find((cookie) => cookie.startsWith('auth-device=')) ?? '';
    expect(device).toMatch(/=[\w-]{64}$/);
    await lockOut(owner.email);
    await form(path, owner.email, PASSWORD).expect(429);
    await form(path, owner.email, PASSWORD, device).expect(303);
  });

  it('is a session too, where the password is asked for once more', async () => {
    const owner = await createUser(app);
    const authorization = await bearer(app, owner);
    await lockOut(owner.email);
    const stepUp = (password: string) =>
      app
        .request()
        .post('/auth/v1/step-up')
        .set({ authorization, 'x-forwarded-for': HERE })
        .send({ method: 'password', password });
    await stepUp(PASSWORD).expect(200);
    for (let attempt = 0; attempt < 3; attempt++) await stepUp('a wrong passphrase').expect(401);
    await stepUp(PASSWORD).expect(429);
  });
});

describe('a stranger', () => {
  it('waits after failures for one account from many networks', async () => {
    const owner = await createUser(app);
    const deviceToken = tokenOf(await logIn(owner.email, PASSWORD, { from: network(99) }).expect(200));
    for (let number = 0; number < 8; number++)
      await guess(owner.email, { from: network(number) }).expect(401);
    await guess(owner.email, { from: network(8) }).expect(429);
    await logIn(owner.email, PASSWORD, { from: network(9) }).expect(429);
    await logIn(owner.email, PASSWORD, { from: network(9), deviceToken }).expect(200);
  });

  it('waits after one password for many accounts, from whatever networks', async () => {
    const spray = 'the passphrase of the season';
    const owner = await createUser(app);
    const careless = await createUser(app, { password: spray });
    const deviceToken = tokenOf(await logIn(careless.email, spray, { from: network(99) }).expect(200));
    for (let number = 0; number < 5; number++)
      await logIn(newEmail(), spray, { from: network(number) }).expect(401);
    const { body } = await logIn(careless.email, spray, { from: network(6) }).expect(429);
    expect(body.code).toBe('too_many_attempts');
    // Whoever has that password gets in where they did before; all others anywhere.
    await logIn(careless.email, spray, { from: network(7), deviceToken }).expect(200);
    await logIn(owner.email, PASSWORD, { from: network(8) }).expect(200);
  });

  it('from the same /64 of IPv6 is the same one', async () => {
    const owner = await createUser(app);
    for (let host = 1; host <= 3; host++)
      await guess(owner.email, { from: `2001:db8:0:1::${host}` }).expect(401);
    await guess(owner.email, { from: '2001:db8:0:1:ffff::1' }).expect(429);
    await guess(owner.email, { from: '2001:db8:0:2::1' }).expect(401);
  });
});

it('stores no password that was guessed, nor anything it could be found out from', async () => {
  const password = 'a passphrase that nobody should see';
  await logIn(newEmail(), password).expect(401);
  const rows: { key: string }[] = await app.dataSource.query(
    "SELECT key FROM login_attempts WHERE key LIKE 'password%'",
  );
  expect(rows.map(({ key }) => key)).toEqual([expect.stringMatching(/^password \d{1,8}$/)]);
});
