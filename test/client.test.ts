import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  AuthClient,
  AuthError,
  type Fetch,
  type LogoutReason,
  memoryStore,
  type Tokens,
  type TokenStore,
} from '@auth-service/client';
import { useDatabase } from './support/app.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { freePort } from './support/free-port.js';
import { Gateway } from './support/gateway.js';
import { newEmail, PASSWORD } from './support/people.js';

jest.setTimeout(60_000);

const ME = '/auth/v1/users/me';
const REFRESH = '/auth/v1/refresh';
const ACCESS_TOKEN_SECONDS = 10;
/** By so much the service's clock may be behind that of whoever verifies. */
const TOLERANCE_SECONDS = 5;
const admin = { email: 'root@example.test', password: PASSWORD };

const database = useDatabase();
const gateway = new Gateway();
let service: BuiltService;
let port = 0;

const start = () =>
  startBuiltService({
    PORT: String(port),
    DATABASE_URL: database.url,
    DATA_DIR: process.env.TEST_DATA_DIR ?? '',
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    ACCESS_TOKEN_SECONDS: String(ACCESS_TOKEN_SECONDS),
  });

beforeAll(async () => {
  port = await freePort();
  service = await start();
  gateway.target = service.origin;
  await gateway.open();
});
beforeEach(() => gateway.reset());
afterAll(async () => {
  await gateway.close();
  await service.stop();
});

/** A client, and what it told of. */
function newClient(store: TokenStore = memoryStore(), options: { fetch?: Fetch } = {}) {
  const client = new AuthClient({ baseUrl: gateway.origin, store, ...options });
  const logouts: LogoutReason[] = [];
  client.onLogout((reason) => logouts.push(reason));
  return { client, logouts, store };
}

async function loggedIn(store?: TokenStore) {
  const made = newClient(store);
  await made.client.login(admin);
  return made;
}

async function change(store: TokenStore, changes: Partial<Tokens>): Promise<void> {
  const tokens = await store.read();
  if (tokens === null) throw new Error('nobody is logged in');
  await store.write({ ...tokens, ...changes });
}

const due = (store: TokenStore) => change(store, { refreshAt: 0 });
const expired = (store: TokenStore) => change(store, { refreshAt: 0, expiresAt: 0 });
/** What the service refuses and the client takes for good. */
const refused = (store: TokenStore) => change(store, { accessToken: 'eyJhbGciOiJFUzI1NiJ9.e30.AA' });

const failure = (promise: Promise<unknown>): Promise<AuthError> =>
  promise.then(
    () => Promise.reject(new Error('it succeeded')),
    (error: unknown) => error as AuthError,
  );

/** How often the refresh tokens of the session were exchanged, as the service's tables have it. */
async function refreshesOf(client: AuthClient): Promise<number> {
  const { sessionId } = (await client.session())!;
  const connection = new pg.Client({ connectionString: database.url });
  await connection.connect();
  const { rowCount } = await connection.query('SELECT id FROM refresh_tokens WHERE session_id = $1', [
    sessionId,
  ]);
  await connection.end();
  return (rowCount ?? 0) - 1;
}

const many = (...clients: AuthClient[]) =>
  Promise.all(Array.from({ length: 50 }, (_, index) => clients[index % clients.length]!.get(ME)));

describe('logging in and out', () => {
  it('keeps the session, tells of it, and ends it at the service', async () => {
    const { client, logouts, store } = newClient();
    const changes: (string | null)[] = [];
    client.onChange((session) => changes.push(session?.sessionId ?? null));
    expect(await client.session()).toBeNull();
    const session = await client.login(admin);
    expect(await client.session()).toEqual(session);
    const me = await client.get(ME);
    expect(me.email).toBe(admin.email);
    const accessToken = await client.accessToken();
    await client.logout();
    expect([await store.read(), await client.session(), await client.accessToken()]).toEqual([
      null,
      null,
      null,
    ]);
    expect(changes).toEqual([session.sessionId, null]);
    expect(logouts).toEqual(['requested']);
    const answer = await fetch(`${service.origin}${ME}`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(answer.status).toBe(401);
    expect(await failure(client.get(ME))).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect(gateway.count(REFRESH)).toBe(0);
  });

  it('keeps what the device is known by beyond the logout, and shows it at the next login', async () => {
    const { client } = newClient();
    expect(await client.deviceToken()).toBeNull();
    await client.login(admin);
    const token = await client.deviceToken();
    expect(token).toMatch(/^[\w-]{64}$/);
    await client.logout();
    await client.login(admin);
    // The service gives a device another one unless it shows its own.
    expect(await client.deviceToken()).toBe(token);
    const stranger = await loggedIn();
    expect(await stranger.client.deviceToken()).not.toBe(token);
  });

  it('ends the session when the access token has expired, too', async () => {
    const { client, store } = await loggedIn();
    const { refreshToken } = (await store.read())!;
    await refused(store);
    await client.logout();
    const again = { body: { refreshToken }, anonymous: true };
    expect(await failure(client.post(REFRESH, again))).toMatchObject({ code: 'invalid_refresh_token' });
  });

  it('forgets the tokens when the service cannot be told, and says so', async () => {
    const { client, logouts } = await loggedIn();
    gateway.fail('/auth/v1/logout', 'cut');
    expect(await failure(client.logout())).toMatchObject({ code: 'unreachable', status: 0 });
    expect([await client.session(), logouts]).toEqual([null, ['requested']]);
  });

  it('throws what the service says', async () => {
    const { client } = newClient();
    const wrong = await failure(client.login({ ...admin, password: 'not the passphrase' }));
    expect(wrong).toBeInstanceOf(AuthError);
    expect(wrong).toMatchObject({ code: 'invalid_credentials', status: 401, fields: [] });
    expect(wrong.requestId).toMatch(/\S{8,}/);
    const invalid = await failure(client.login({ email: 'nobody', password: 'x' }));
    expect(invalid).toMatchObject({ code: 'invalid_request', fields: [{ field: 'email' }] });
    expect(gateway.count(REFRESH)).toBe(0);
  });

  it('takes the new access token of a step-up', async () => {
    const { client, store } = await loggedIn();
    const before = (await store.read())!;
    const answer = await client.post('/auth/v1/step-up', {
      body: { method: 'password', password: PASSWORD },
    });
    await client.accept(answer);
    expect(await store.read()).toMatchObject({
      accessToken: answer.accessToken,
      refreshToken: before.refreshToken,
    });
    expect(answer.accessToken).not.toBe(before.accessToken);
    expect((await client.get(ME)).email).toBe(admin.email);
  });
});

describe('refreshing', () => {
  it('exchanges the token once for 50 requests at an access token that has expired', async () => {
    const [knowing, unknowing] = [await loggedIn(), await loggedIn()];
    await change(unknowing.store, { refreshAt: Infinity, expiresAt: Infinity });
    await sleep((ACCESS_TOKEN_SECONDS + TOLERANCE_SECONDS + 1) * 1000);
    gateway.reset();

    await many(knowing.client);
    expect([gateway.count(REFRESH), gateway.count(ME)]).toEqual([1, 50]);
    gateway.reset();
    await many(unknowing.client);
    expect([gateway.count(REFRESH), gateway.count(ME)]).toEqual([1, 100]);
    for (const { client, logouts } of [knowing, unknowing])
      expect([await refreshesOf(client), logouts]).toEqual([1, []]);
  });

  it('refreshes once for two clients that share a store', async () => {
    const first = await loggedIn();
    const second = newClient(first.store);
    for (const spoil of [expired, refused]) {
      await spoil(first.store);
      gateway.reset();
      await many(first.client, second.client);
      expect(gateway.count(REFRESH)).toBe(1);
    }
    expect([first.logouts, second.logouts]).toEqual([[], []]);
  });

  it('happens ahead of expiry, and while it fails the tokens are used as long as they last', async () => {
    const { client, store, logouts } = await loggedIn();
    await due(store);
    gateway.fail(REFRESH, { status: 500 });
    await client.get(ME);
    expect([gateway.count(REFRESH), gateway.count(ME)]).toEqual([1, 1]);
    await client.get(ME);
    await client.get(ME);
    expect([gateway.count(REFRESH), gateway.count(ME), logouts]).toEqual([2, 3, []]);
  });

  it('goes on when one who waits for it gives up', async () => {
    const { client, store } = await loggedIn();
    await expired(store);
    const abort = new AbortController();
    const waiting = [client.get(ME, { signal: abort.signal }), client.get(ME)] as const;
    abort.abort();
    expect(await failure(waiting[0])).toMatchObject({ name: 'AbortError' });
    expect((await waiting[1]).email).toBe(admin.email);
    expect([gateway.count(REFRESH), gateway.count(ME)]).toEqual([1, 1]);
  });

  it('is tried once for a request: what is refused again stays refused', async () => {
    const { client, logouts } = await loggedIn();
    const body = JSON.stringify({
      title: 'Log in first',
      status: 401,
      code: 'unauthenticated',
      requestId: 'r',
    });
    gateway.fail(ME, { status: 401, headers: { 'content-type': 'application/problem+json' }, body }, 10);
    expect(await failure(client.get(ME))).toMatchObject({ code: 'unauthenticated' });
    expect([gateway.count(ME), gateway.count(REFRESH), logouts]).toEqual([2, 1, []]);
    gateway.reset();
    expect((await client.get(ME)).email).toBe(admin.email);
  });
});

describe('a lost race', () => {
  /** Two clients that share tokens and take no turns; the second one's refresh waits to be let go. */
  async function rivals(spoil: typeof expired) {
    const { read, write } = memoryStore();
    const store: TokenStore = { read, write, exclusively: (task) => task() };
    const first = await loggedIn(store);
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let asked: () => void = () => undefined;
    const isAsking = new Promise<void>((resolve) => (asked = resolve));
    const second = newClient(store, {
      fetch: async (url, init) => {
        if (url.endsWith(REFRESH)) {
          asked();
          await gate;
        }
        return fetch(url, init);
      },
    });
    await spoil(store);
    const waiting = second.client.get(ME);
    await isAsking;
    return { first, second, store, waiting, letGo };
  }

  it('leaves the tokens of a new login where they are, and goes on with them', async () => {
    const { first, second, store, waiting, letGo } = await rivals(expired);
    await first.client.logout();
    await first.client.login(admin);
    const stored = await store.read();
    letGo();
    expect((await waiting).email).toBe(admin.email);
    expect(await store.read()).toEqual(stored);
    expect(second.logouts).toEqual([]);
    expect(gateway.count(REFRESH)).toBe(1);
  });

  it('logs nobody out for it: the winner has stored other tokens than the refused one', async () => {
    const { first, second, store, waiting, letGo } = await rivals(refused);
    await first.client.get(ME);
    const winner = await store.read();
    letGo();
    // The service takes a token that comes twice for stolen, and has ended the session.
    expect(await failure(waiting)).toMatchObject({ code: 'unauthenticated' });
    expect(await store.read()).toEqual(winner);
    expect([first.logouts, second.logouts]).toEqual([[], []]);
    // Only when the winner's own token is refused it is over.
    expect(await failure(first.client.get(ME))).toMatchObject({ code: 'invalid_refresh_token' });
    expect([first.logouts, await second.client.session(), second.logouts]).toEqual([
      ['ended'],
      null,
      ['elsewhere'],
    ]);
  });

  it('brings nobody back who has logged out meanwhile', async () => {
    const { first, waiting, store, letGo } = await rivals(expired);
    await store.write(null);
    letGo();
    expect(await failure(waiting)).toMatchObject({ code: 'unauthenticated' });
    expect([await store.read(), await first.client.session()]).toEqual([null, null]);
  });
});

describe('a service in trouble', () => {
  it('logs nobody out while it is away, and goes on when it is back', async () => {
    const { client, logouts, store } = await loggedIn();
    const session = await client.session();
    await service.stop();
    expect(await failure(client.get(ME))).toMatchObject({ code: 'unreachable', status: 0 });
    await expired(store);
    expect(await failure(client.get(ME))).toMatchObject({ code: 'unreachable' });
    expect([(await client.session())?.sessionId, logouts]).toEqual([session?.sessionId, []]);
    service = await start();
    expect((await client.get(ME)).email).toBe(admin.email);
    expect([await refreshesOf(client), logouts]).toEqual([1, []]);
  });

  it.each([
    ['an error', { status: 500 }, 'unexpected_answer'],
    ['a page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }, 'unexpected_answer'],
    [
      'a page instead of tokens',
      { status: 200, body: '<html>Welcome to our WLAN</html>' },
      'unexpected_answer',
    ],
    ['a 401 of a proxy', { status: 401, body: 'Proxy' }, 'unexpected_answer'],
    ['too many requests', { status: 429 }, 'unexpected_answer'],
    ['no answer', 'cut', 'unreachable'],
  ] as const)('logs nobody out for %s to a refresh', async (_, fault, code) => {
    const { client, logouts, store } = await loggedIn();
    await expired(store);
    gateway.fail(REFRESH, fault);
    expect(await failure(client.get(ME))).toMatchObject({ code });
    expect(logouts).toEqual([]);
    expect((await client.get(ME)).email).toBe(admin.email);
  });

  it('waits once for as long as Retry-After says, and not for long', async () => {
    const { client, store } = await loggedIn();
    await expired(store);
    const busy = (seconds: number) => ({ status: 503, headers: { 'retry-after': String(seconds) } });
    gateway.fail(REFRESH, busy(1));
    gateway.fail(ME, busy(1));
    const since = performance.now();
    await client.get(ME);
    expect(performance.now() - since).toBeGreaterThanOrEqual(1990);
    expect([gateway.count(REFRESH), gateway.count(ME)]).toEqual([2, 2]);

    gateway.reset();
    gateway.fail(ME, busy(0), 2);
    expect(await failure(client.get(ME))).toMatchObject({ status: 503, retryAfter: 0 });
    gateway.fail(ME, busy(11));
    expect(await failure(client.get(ME))).toMatchObject({ status: 503, retryAfter: 11 });
    // Whether it was done is not known.
    gateway.fail('/auth/v1/users', busy(0));
    expect(await failure(client.post('/auth/v1/users', { body: { email: newEmail() } }))).toMatchObject({
      status: 503,
    });
    expect([gateway.count(ME), gateway.count('/auth/v1/users')]).toEqual([3, 1]);
  });
});

describe('a session that has ended', () => {
  it('logs out, once, wherever the tokens are shared', async () => {
    const { client, logouts, store } = await loggedIn();
    const other = newClient(store);
    const { sessionId } = (await client.session())!;
    const { client: administrator } = await loggedIn();
    await administrator.delete('/auth/v1/all-sessions/{id}', { path: { id: sessionId } });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => client.get(ME)));
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { status: 401 } });
    expect([await client.session(), logouts, other.logouts]).toEqual([null, ['ended'], ['elsewhere']]);
    expect(gateway.count(REFRESH)).toBe(1);
  });

  it('logs out when a used refresh token is all there is', async () => {
    const { client, logouts, store } = await loggedIn();
    const used = (await store.read())!;
    await expired(store);
    await client.get(ME);
    await store.write({ ...used, refreshAt: 0 });
    expect(await failure(client.get(ME))).toMatchObject({ code: 'invalid_refresh_token' });
    expect([await client.session(), logouts]).toEqual([null, ['ended']]);
  });

  it('does nothing in the name of who has logged in after', async () => {
    const { client: administrator } = await loggedIn();
    const person = { email: newEmail(), password: PASSWORD };
    await administrator.post('/auth/v1/users', { body: { ...person, displayName: 'Ada' } });
    const { store } = await loggedIn();
    await refused(store);
    const next = newClient(store);
    const { client } = newClient(store, {
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        await next.client.login(person);
        return response;
      },
    });
    const update = client.patch(ME, { body: { displayName: 'Root' } });
    expect(await failure(update)).toMatchObject({ code: 'unauthenticated' });
    expect(await next.client.get(ME)).toMatchObject({ email: person.email, displayName: 'Ada' });
  });
});

describe('fetch', () => {
  it('sends the token to the origins that were named, and to no other', async () => {
    const { store } = await loggedIn();
    const tokenOrigins = [service.origin];
    const client = new AuthClient({ baseUrl: gateway.origin, store, tokenOrigins });
    await refused(store);
    const answer = await client.fetch(`${service.origin}${ME}`);
    expect([answer.status, gateway.count(REFRESH)]).toEqual([200, 1]);
    expect((await client.fetch(`${ME}/nothing`)).status).toBe(404);
    await expect(client.fetch('http://127.0.0.1:1/')).rejects.toThrow('tokenOrigins');
    await expect(client.fetch('//example.com/')).rejects.toThrow('tokenOrigins');
  });
});
