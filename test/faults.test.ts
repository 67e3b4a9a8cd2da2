import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../apps/auth/src/core/config/index.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { type Answer, Client } from './support/client.js';
import { OwnPostgres } from './support/own-postgres.js';
import type { Tokens } from './support/people.js';

const LIMIT_MS = 2500;
const POOL_SIZE = 4;
const admin = { email: 'root@example.test', password: 'a passphrase for the tests alone' };

let postgres: OwnPostgres;
let service: BuiltService;
let stranger: Client;

beforeAll(async () => {
  postgres = await OwnPostgres.start();
  service = await startBuiltService({
    DATABASE_URL: postgres.url,
    DATABASE_POOL_SIZE: String(POOL_SIZE),
    DATABASE_TIMEOUT_MS: String(loadConfig({}).databaseTimeoutMs),
    DATA_DIR: postgres.dataDir,
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  });
  stranger = new Client(service);
}, 60_000);
afterEach(() => postgres.thaw());
afterAll(async () => {
  await service.stop();
  await postgres.stop();
});

const login = () => stranger.post<Tokens>('/v1/login', admin);
const refresh = ({ refreshToken }: Tokens) => stranger.post<Tokens>('/v1/refresh', { refreshToken });

/** Logs in as soon as the service can; until then it says 503. */
async function recover(): Promise<Tokens> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { status, body } = await login();
    if (status === 200) return body;
    expect(status).toBe(503);
    await sleep(100);
  }
  throw new Error('the service did not recover');
}

function expectUnavailable({ status, headers, body, ms }: Answer<unknown>): void {
  expect({ status, body }).toMatchObject({
    status: 503,
    body: { code: 'dependency_unavailable', status: 503 },
  });
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(JSON.stringify(body)).not.toMatch(/postgres|SELECT|timeout|ECONN/i);
  expect(ms).toBeLessThan(LIMIT_MS);
}

/** Asks the database itself, past the service. */
async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The service's transactions that wait for their next statement, each with its connection and start. */
async function openTransactions(client: pg.Client): Promise<{ id: string; query: string }[]> {
  const { rows } = await client.query<{ id: string; query: string }>(
    `SELECT concat(pid, ' ', xact_start) AS id, query FROM pg_stat_activity
      WHERE application_name = 'auth-service' AND state LIKE 'idle in transaction%'`,
  );
  return rows;
}

/** Everything that was acknowledged is in the database, and not in a transaction that nobody ends. */
async function expectKept(name: string): Promise<void> {
  await inDatabase(async (client) => {
    const { rows } = await client.query('SELECT display_name AS name FROM users WHERE email = $1', [
      admin.email,
    ]);
    expect(rows).toEqual([{ name }]);
    const before = await openTransactions(client);
    // The service's own work may be between two statements just now; a transaction given up stays.
    if (before.length > 0) await sleep(500);
    const after = await openTransactions(client);
    expect(after.filter(({ id }) => before.some((open) => open.id === id))).toEqual([]);
  });
}

describe('a frozen database', () => {
  it('makes everything that needs it answer 503 in time, and nothing is lost afterwards', async () => {
    const tokens = await recover();
    const user = stranger.as(tokens.accessToken);
    // Open every connection of the pool.
    await Promise.all(Array.from({ length: 3 * POOL_SIZE }, () => user.get('/v1/users?limit=1')));
    postgres.freeze();
    const rename = (displayName: string) => user.send('PATCH', '/v1/users/me', { displayName });
    // More at once than there are connections: some have to wait for one.
    const answers = await Promise.all([
      rename('frozen'),
      user.post('/v1/logout'),
      user.get('/v1/users?limit=1'),
      refresh(tokens),
      ...Array.from({ length: 2 * POOL_SIZE }, login),
    ]);
    answers.forEach(expectUnavailable);
    // Those connections are given up; new ones are not made either.
    (await Promise.all([login(), rename('frozen')])).forEach(expectUnavailable);
    const ready = await stranger.get('/health/ready');
    expect(ready).toMatchObject({ status: 503, body: { ready: false, database: 'down' } });
    expect(Number(ready.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(ready.ms).toBeLessThan(LIMIT_MS);
    expect(await stranger.get('/health/live')).toMatchObject({ status: 200 });
    postgres.thaw();

    const again = stranger.as((await recover()).accessToken);
    for (let count = 0; count < 3 * POOL_SIZE; count++) {
      const name = `name ${count}`;
      expect((await again.send('PATCH', '/v1/users/me', { displayName: name })).status).toBe(200);
      await expectKept(name);
    }
    expect(await stranger.get('/health/ready')).toMatchObject({ status: 200, body: { invalidation: 'up' } });
  }, 60_000);
});

describe('a database that is killed', () => {
  it('takes nothing with it that was acknowledged, and comes back without a restart', async () => {
    const first = await recover();
    const acknowledged: Tokens[] = [first];
    const statuses = new Set<number>();
    let slowest = 0;
    const end = Date.now() + 3500;
    const note = async <Body>(pending: Promise<Answer<Body>>): Promise<Answer<Body>> => {
      const answer = await pending;
      statuses.add(answer.status);
      slowest = Math.max(slowest, answer.ms);
      return answer;
    };
    /** Refreshes again and again; after a refusal nobody knows whether the token was used, so it logs in anew. */
    const chain = async () => {
      while (Date.now() < end) {
        let answer = await note(login());
        while (answer.status === 200 && Date.now() < end) {
          acknowledged.push(answer.body);
          answer = await note(refresh(answer.body));
        }
      }
    };
    const reader = async () => {
      while (Date.now() < end) await note(stranger.as(first.accessToken).get('/v1/users?limit=1'));
    };
    const load = Promise.all([chain(), chain(), chain(), reader()]);
    await sleep(500);
    for (let count = 0; count < 2; count++) {
      postgres.kill();
      await sleep(1500);
    }
    await load;
    expect([...statuses].sort()).toEqual([200, 503]);
    expect(slowest).toBeLessThan(LIMIT_MS);
    expect(acknowledged.length).toBeGreaterThan(1);
    await recover();
    const ids = acknowledged.map(({ refreshToken }) =>
      Buffer.from(refreshToken, 'base64url').subarray(0, 16).toString('hex'),
    );
    const kept = await inDatabase((client) =>
      client.query('SELECT count(*)::int AS count FROM refresh_tokens WHERE id = ANY($1::uuid[])', [ids]),
    );
    expect(kept.rows).toEqual([{ count: acknowledged.length }]);
    expect((await refresh(first)).status).toBe(200);
    expect((await refresh(first)).status).toBe(401);
  }, 60_000);
});

describe('a pool without a free connection', () => {
  it('refuses within the limit whoever waits in vain, and serves the others', async () => {
    const tokens = await recover();
    const blocked = await inDatabase(async (client) => {
      await client.query('BEGIN; LOCK TABLE refresh_tokens IN ACCESS EXCLUSIVE MODE');
      const answers = Promise.all(Array.from({ length: 5 * POOL_SIZE }, () => refresh(tokens)));
      await sleep(200);
      const live = await stranger.get('/health/live');
      expect(live).toMatchObject({ status: 200 });
      expect(live.ms).toBeLessThan(100);
      return answers;
    });
    blocked.forEach(expectUnavailable);
    await recover();
    // What was given up does not go on in the database either.
    const left = await inDatabase((client) =>
      client.query(
        `SELECT query FROM pg_stat_activity
         WHERE application_name = 'auth-service' AND state <> 'idle' AND query LIKE '%refresh_tokens%'`,
      ),
    );
    expect(left.rows).toEqual([]);
    expect((await refresh(tokens)).status).toBe(200);
  }, 60_000);
});
