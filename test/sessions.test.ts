import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { BY_PASSWORD } from '../apps/auth/src/core/access/index.js';
import { OpenBrowserSession, type SessionView } from '../apps/auth/src/modules/session/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import {
  bearer,
  createUser,
  createUserWith,
  createUserWithRole,
  logIn,
  type Tokens,
} from './support/people.js';

const app = useApp();
const OWN = '/auth/v1/sessions';
const ALL = '/auth/v1/all-sessions';
const NOBODY = '01900000-0000-7000-8000-000000000000';

const as = (authorization: string) => ({
  get: (path: string) => app.request().get(path).set({ authorization }),
  post: (path: string) => app.request().post(path).set({ authorization }),
  put: (path: string, body: object) => app.request().put(path).set({ authorization }).send(body),
  patch: (path: string, body: object) => app.request().patch(path).set({ authorization }).send(body),
  delete: (path: string) => app.request().delete(path).set({ authorization }),
});
const holder = ({ accessToken }: Pick<Tokens, 'accessToken'>) => as(`Bearer ${accessToken}`);
const me = (tokens: Tokens) => holder(tokens).get('/auth/v1/users/me');
const refresh = ({ refreshToken }: Tokens) => app.request().post('/auth/v1/refresh').send({ refreshToken });
const move = (sessionId: string, column: 'idle_expires_at' | 'expires_at', seconds: number) =>
  app.dataSource.query(
    `UPDATE sessions SET ${column} = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
    [sessionId, seconds],
  );
const rowOf = async (sessionId: string) => {
  const [row] = await app.dataSource.query<
    { ended_at: Date | null; end_reason: string | null; idle_expires_at: Date; expires_at: Date }[]
  >('SELECT * FROM sessions WHERE id = $1', [sessionId]);
  return row;
};
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** Neither the access token nor the refresh token is worth anything, and a refusal revives nothing. */
async function expectDead(tokens: Tokens): Promise<void> {
  expect((await me(tokens).expect(401)).body.code).toBe('unauthenticated');
  expect((await refresh(tokens).expect(401)).body.code).toBe('invalid_refresh_token');
  await me(tokens).expect(401);
}

async function expectAlive(tokens: Tokens): Promise<void> {
  await me(tokens).expect(200);
}

let user: UserView;
beforeEach(async () => {
  user = await createUser(app);
});

describe('a login', () => {
  it('opens a session of its own each time, whatever session was there before', async () => {
    const first = await logIn(app, user.email);
    const { body: second } = await holder(first)
      .post('/auth/v1/login')
      .send({ email: user.email, password: 'correct horse battery staple' })
      .expect(200);
    const third = await logIn(app, user.email);
    expect(new Set([first.sessionId, (second as Tokens).sessionId, third.sessionId]).size).toBe(3);
    for (const tokens of [first, second as Tokens, third]) await expectAlive(tokens);
  });

  it('notes device, address and times, and shows no secret', async () => {
    const { body: tokens } = await app
      .request()
      .post('/auth/v1/login')
      .set('user-agent', `Agent <b>${'x'.repeat(500)}`)
      .send({ email: user.email, password: 'correct horse battery staple' });
    const { body } = await holder(tokens as Tokens)
      .get(OWN)
      .expect(200);
    expect(body.items).toHaveLength(1);
    const [session] = body.items as SessionView[];
    expect(Object.keys(session ?? {}).sort()).toEqual(
      'active,createdAt,current,device,endReason,endedAt,expiresAt,id,impersonatorEmail,impersonatorId,ipAddress,kind,lastUsedAt,method,userAgent,userEmail,userId'.split(
        ',',
      ),
    );
    expect(session).toMatchObject({
      kind: 'token',
      device: 'Agent',
      ipAddress: '127.0.0.1',
      userEmail: user.email,
      active: true,
    });
    expect(session?.userAgent).toHaveLength(400);
    expect(Date.parse(String(session?.expiresAt)) - Date.now()).toBeCloseTo(
      app.config.sessionIdleSeconds * 1000,
      -5,
    );
  });
});

describe('your own sessions', () => {
  it('come in pages, the newest first, the ended and expired ones left out', async () => {
    const opened: string[] = [];
    for (let count = 0; count < 5; count++) opened.push((await logIn(app, user.email)).sessionId);
    const here = await logIn(app, user.email);
    await move(opened[1] ?? '', 'idle_expires_at', -1);
    await move(opened[2] ?? '', 'expires_at', -1);
    await holder(here).delete(`${OWN}/${opened[3]}`).expect(204);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await holder(here)
        .get(`${OWN}?limit=2${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      seen.push(...ids(body.items));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual([here.sessionId, opened[4], opened[0]]);
  });

  it('end one by one, and stay ended', async () => {
    const other = await logIn(app, user.email);
    const here = await logIn(app, user.email);
    await expectAlive(other);
    await holder(here).delete(`${OWN}/${other.sessionId}`).expect(204);
    await expectDead(other);
    await holder(here).delete(`${OWN}/${other.sessionId}`).expect(204);
    expect(await rowOf(other.sessionId)).toMatchObject({ end_reason: 'ended_by_user' });
    await holder(here).delete(`${OWN}/${here.sessionId}`).expect(204);
    await expectDead(here);
  });

  it('end all at once but the one that asks, and nobody else’s', async () => {
    const stranger = await logIn(app, (await createUser(app)).email);
    const others = [await logIn(app, user.email), await logIn(app, user.email)];
    const here = await logIn(app, user.email);
    for (const tokens of others) await expectAlive(tokens);
    await holder(here).delete(OWN).expect(204);
    for (const tokens of others) await expectDead(tokens);
    await expectAlive(stranger);
    await expectAlive(here);
    await refresh(here).expect(200);
  });

  it('do not include those of others, nor what is no id', async () => {
    const stranger = await logIn(app, (await createUser(app)).email);
    const here = await logIn(app, user.email);
    for (const id of [stranger.sessionId, NOBODY]) await holder(here).delete(`${OWN}/${id}`).expect(404);
    const { body } = await holder(here).delete(`${OWN}/1`).expect(400);
    expect(body.errors[0].field).toBe('id');
    await expectAlive(stranger);
  });
});

describe('an administrator', () => {
  it('sees all sessions, live and ended, by user', async () => {
    const admin = as(await bearer(app, await createUserWith(app, 'session:read')));
    const live = await logIn(app, user.email);
    const gone = await logIn(app, user.email);
    const expired = await logIn(app, user.email);
    await holder(gone).post('/auth/v1/logout').expect(204);
    await move(expired.sessionId, 'idle_expires_at', -1);
    const list = async (query: string) =>
      (await admin.get(`${ALL}?userId=${user.id}${query}`).expect(200)).body.items as SessionView[];
    expect((await list('')).map(({ id, active, endReason }) => [id, active, endReason])).toEqual([
      [expired.sessionId, false, 'expired'],
      [gone.sessionId, false, 'logout'],
      [live.sessionId, true, null],
    ]);
    expect(ids(await list('&active=true'))).toEqual([live.sessionId]);
    expect(ids(await list('&active=false'))).toEqual([expired.sessionId, gone.sessionId]);
    expect((await admin.get(`${ALL}/${gone.sessionId}`).expect(200)).body.endReason).toBe('logout');
    await admin.get(`${ALL}/${NOBODY}`).expect(404);
    expect((await admin.get(`${ALL}?active=maybe`).expect(400)).body.errors[0].field).toBe('active');
    await admin.delete(`${ALL}/${live.sessionId}`).expect(403);
    await expectAlive(live);
  });

  it('ends anyone’s, which the audit log tells', async () => {
    const person = await createUserWith(app, 'session:end', 'audit:read');
    const admin = as(await bearer(app, person));
    const target = await logIn(app, user.email);
    const other = await logIn(app, user.email);
    await expectAlive(target);
    await admin.delete(`${ALL}/${target.sessionId}`).expect(204);
    await expectDead(target);
    await expectAlive(other);
    await admin.delete(`${ALL}/${NOBODY}`).expect(404);
    const { body } = await admin.get(`/auth/v1/audit-log?subjectId=${target.sessionId}`).expect(200);
    expect(body.items).toMatchObject([
      { action: 'session.ended', actorId: person.id, reason: 'ended_by_administrator' },
    ]);
  });
});

describe('the limits of a session', () => {
  it.each(['idle_expires_at', 'expires_at'] as const)('end it when %s has passed', async (column) => {
    const tokens = await logIn(app, user.email);
    await move(tokens.sessionId, column, -0.001);
    await expectDead(tokens);
    expect(await rowOf(tokens.sessionId)).toMatchObject({ ended_at: null });
  });

  it.each(['idle_expires_at', 'expires_at'] as const)(
    'also end one that is remembered, when %s comes',
    async (column) => {
      const tokens = await logIn(app, user.email);
      await move(tokens.sessionId, column, 0.4);
      await expectAlive(tokens);
      await sleep(410);
      await expectDead(tokens);
    },
  );

  it('move with each refresh, but not beyond the absolute one', async () => {
    const first = await logIn(app, user.email);
    await move(first.sessionId, 'idle_expires_at', 5);
    const before = await rowOf(first.sessionId);
    const { body: second } = await refresh(first).expect(200);
    const after = await rowOf(first.sessionId);
    expect(after?.expires_at).toEqual(before?.expires_at);
    expect((after?.idle_expires_at.getTime() ?? 0) - Date.now()).toBeCloseTo(
      app.config.sessionIdleSeconds * 1000,
      -5,
    );
    await move(first.sessionId, 'expires_at', 60);
    const { body } = await holder(second as Tokens)
      .get(OWN)
      .expect(200);
    expect(Date.parse(body.items[0].expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
    await move(first.sessionId, 'expires_at', -1);
    await refresh(second as Tokens).expect(401);
  });
});

describe('a session', () => {
  it('ends on the server with the logout, which GET does not do', async () => {
    const tokens = await logIn(app, user.email);
    await holder(tokens).get('/auth/v1/logout').expect(404);
    await expectAlive(tokens);
    await holder(tokens).post('/auth/v1/logout').expect(204);
    await expectDead(tokens);
    await holder(tokens).post('/auth/v1/logout').expect(401);
    expect(await rowOf(tokens.sessionId)).toMatchObject({ end_reason: 'logout' });
  });

  const endings: [string, string, (admin: ReturnType<typeof as>) => PromiseLike<unknown>][] = [
    [
      'disabled',
      'user_disabled',
      (admin) => admin.patch(`/auth/v1/users/${user.id}`, { status: 'disabled' }).expect(200),
    ],
    ['deleted', 'user_deleted', (admin) => admin.delete(`/auth/v1/users/${user.id}`).expect(204)],
    [
      'given another password',
      'password_changed',
      (admin) =>
        admin.put(`/auth/v1/users/${user.id}/password`, { password: 'another long passphrase' }).expect(204),
    ],
  ];
  it.each(endings)('ends, and all others, when its user is %s', async (_, reason, end) => {
    await createUserWithRole(app, 'superuser');
    const admin = as(
      await bearer(
        app,
        await createUserWith(app, 'user:update', 'user:delete', 'user:set_password', 'session:read'),
      ),
    );
    const stranger = await logIn(app, (await createUser(app)).email);
    const sessions = [await logIn(app, user.email), await logIn(app, user.email)];
    const browser = await app.app.get(OpenBrowserSession).execute(user.id, BY_PASSWORD);
    for (const tokens of sessions) await expectAlive(tokens);
    await end(admin);
    for (const tokens of sessions) await expectDead(tokens);
    await expectAlive(stranger);
    const { body } = await admin.get(`${ALL}?userId=${user.id}`).expect(200);
    expect(ids(body.items)).toContain(browser?.sessionId);
    expect(new Set(body.items.map(({ endReason }: SessionView) => endReason))).toEqual(new Set([reason]));
  });

  it('does not come back with its user', async () => {
    const admin = as(await bearer(app, await createUserWith(app, 'user:update')));
    await createUserWithRole(app, 'superuser');
    const tokens = await logIn(app, user.email);
    for (const status of ['disabled', 'active'])
      await admin.patch(`/auth/v1/users/${user.id}`, { status }).expect(200);
    await expectDead(tokens);
    await expectAlive(await logIn(app, user.email));
  });

  it.each(['deleted_at = now()', "status = 'disabled'"])(
    'is worth nothing once its user has %s',
    async (change) => {
      const tokens = await logIn(app, user.email);
      await app.dataSource.query(`UPDATE users SET ${change} WHERE id = $1`, [user.id]);
      await expectDead(tokens);
    },
  );
});
