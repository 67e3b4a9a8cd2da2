import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Test } from 'supertest';
import { type TestApp, useCommittingApps } from './support/app.js';
import {
  createUser,
  createUserWith,
  createUserWithRole,
  logIn,
  PASSWORD,
  type Tokens,
} from './support/people.js';

const instances = useCommittingApps(2) as [TestApp, TestApp];
const [here, there] = instances;
const ROUNDS = 4;

const refresh = (instance: TestApp, refreshToken: string) =>
  instance.request().post('/auth/v1/refresh').send({ refreshToken });
const me = (instance: TestApp, { accessToken }: Tokens) =>
  instance.request().get('/auth/v1/users/me').set('authorization', `Bearer ${accessToken}`);

/** So many uses of one token at the same moment, spread over both instances. */
const stampede = (refreshToken: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => refresh(index % 2 ? there : here, refreshToken)));

const liveSessions = async (userId: string) => {
  const rows = await here.dataSource.query<{ id: string }[]>(
    'SELECT id FROM sessions WHERE user_id = $1 AND ended_at IS NULL',
    [userId],
  );
  return rows.map(({ id }) => id);
};

describe('a refresh token', () => {
  it('has one winner of 50 uses at once; its family ends, and no other login', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const user = await createUser(here);
      const login = await logIn(here, user.email);
      const other = await logIn(there, user.email);
      const answers = await stampede(login.refreshToken, 50);
      const winners = answers.filter(({ status }) => status === 200).map(({ body }) => body as Tokens);
      expect(winners).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(49);
      for (const tokens of winners) {
        await refresh(there, tokens.refreshToken).expect(401);
        for (const instance of instances) await me(instance, tokens).expect(401);
      }
      expect(await liveSessions(user.id)).toEqual([other.sessionId]);
      await refresh(here, other.refreshToken).expect(200);
    }
  }, 60_000);

  it('used twice in a row, once on each instance, ends its family on both', async () => {
    const user = await createUser(here);
    const first = await logIn(here, user.email);
    const { body: second } = await refresh(here, first.refreshToken).expect(200);
    for (const instance of instances) await me(instance, second as Tokens).expect(200);
    await refresh(there, first.refreshToken).expect(401);
    await me(there, second as Tokens).expect(401);
    await refresh(here, (second as Tokens).refreshToken).expect(401);
    expect(await liveSessions(user.id)).toEqual([]);
  });

  it('leaves no live session when a logout comes at the same moment', async () => {
    for (let round = 0; round < 3 * ROUNDS; round++) {
      const user = await createUser(here);
      const { accessToken, refreshToken } = await logIn(here, user.email);
      const logout = there.request().post('/auth/v1/logout').set('authorization', `Bearer ${accessToken}`);
      const [rotated] = await Promise.all([refresh(here, refreshToken), logout.expect(204)]);
      expect(await liveSessions(user.id)).toEqual([]);
      if (rotated.status === 200) await refresh(here, (rotated.body as Tokens).refreshToken).expect(401);
    }
  }, 60_000);
});

describe('logins of one person at the same moment', () => {
  it('all succeed, without waiting for each other’s end', async () => {
    const [user, other] = [await createUser(here), await createUser(here)];
    const began = Date.now();
    for (let count = 0; count < 8; count++) await logIn(here, other.email);
    const since = Date.now();
    const logins = await Promise.all(
      Array.from({ length: 8 }, (_, index) => logIn(index % 2 ? there : here, user.email)),
    );
    // A deadlock would take PostgreSQL a second to find; otherwise it is no slower than one after the other.
    expect(Date.now() - since).toBeLessThan(since - began + 900);
    expect((await liveSessions(user.id)).sort()).toEqual(logins.map(({ sessionId }) => sessionId).sort());
  });
});

describe('a login that began before', () => {
  /** Until so many statements wait for a lock. */
  const waiting = async (count: number) => {
    for (let attempt = 0; attempt < 500; attempt++) {
      const rows = await here.dataSource.query<unknown[]>(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows.length >= count) return;
      await sleep(5);
    }
    throw new Error(`no ${count} statements wait`);
  };
  const path = (id: string) => `/auth/v1/users/${id}`;
  const endings: [string, (id: string) => Test][] = [
    [
      'its password was changed',
      (id) =>
        here
          .request()
          .put(`${path(id)}/password`)
          .send({ password: 'quite another passphrase' }),
    ],
    ['its user was disabled', (id) => here.request().patch(path(id)).send({ status: 'disabled' })],
    ['its user was deleted', (id) => here.request().delete(path(id))],
  ];

  it.each(endings)('opens no session after %s', async (_, end) => {
    await createUserWithRole(here, 'superuser');
    const admin = await createUserWith(here, 'user:update', 'user:delete', 'user:set_password');
    const authorization = `Bearer ${(await logIn(here, admin.email)).accessToken}`;
    const user = await createUser(here);
    // Both have to wait for this row, first the change, then the login that has the password verified already.
    const holder = here.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [user.id]);
    const change = end(user.id)
      .set({ authorization })
      .then(({ status }) => status);
    await waiting(1);
    const login = there.request().post('/auth/v1/login').send({ email: user.email, password: PASSWORD });
    const outcome = login.then(({ status, body }) => [status, (body as { code?: string }).code]);
    await waiting(2);
    await holder.commitTransaction();
    await holder.release();
    expect([200, 204]).toContain(await change);
    expect(await outcome).toEqual([401, 'invalid_credentials']);
    expect(await liveSessions(user.id)).toEqual([]);
  });
});
