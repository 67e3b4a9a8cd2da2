import { beforeEach, describe, expect, it } from '@jest/globals';
import { NoteSessionUse, type SessionView, type StoryEntry } from '../apps/auth/src/modules/session/index.js';
import { PruneSessions } from '../apps/auth/src/modules/session/domain/commands/prune-sessions.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, logIn, PASSWORD, type Tokens } from './support/people.js';

const app = useApp();
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0';
const CURL = 'curl/8.1';

let user: UserView;
beforeEach(async () => {
  user = await createUser(app);
});

const get = (path: string, authorization: string) => app.request().get(path).set({ authorization });
const own = ({ accessToken }: Tokens, sessionId: string, query = '') =>
  get(`/auth/v1/sessions/${sessionId}/story${query}`, `Bearer ${accessToken}`);
const refresh = (refreshToken: string, userAgent: string) =>
  app.request().post('/auth/v1/refresh').set('user-agent', userAgent).send({ refreshToken });
async function logInWith(userAgent: string): Promise<Tokens> {
  const login = app.request().post('/auth/v1/login').set('user-agent', userAgent);
  return (await login.send({ email: user.email, password: PASSWORD }).expect(200)).body as Tokens;
}
const texts = (body: { items: StoryEntry[] }) => body.items.map(({ text }) => text);

describe('a session’s story', () => {
  it('tells of login, refreshes, alarm and end, in plain words, to its owner and to administrators', async () => {
    const watching = await logIn(app, user.email);
    const stolen = await logInWith(FIREFOX);
    const { body: next } = await refresh(stolen.refreshToken, FIREFOX).expect(200);
    await refresh((next as Tokens).refreshToken, FIREFOX).expect(200);
    await app.dataSource.query(
      `UPDATE refresh_tokens SET used_at = used_at - interval '3 minutes' WHERE session_id = $1`,
      [stolen.sessionId],
    );
    await refresh(stolen.refreshToken, CURL).expect(401);

    const { body } = await own(watching, stolen.sessionId).expect(200);
    expect(texts(body)).toEqual([
      expect.stringMatching(
        /^Ended because a used refresh token came again at \d\d:\d\d UTC from 127\.0\.0\.1 \(curl\)\.$/,
      ),
      'Alarm: a refresh token that had been used 3 minutes before came again from 127.0.0.1 (curl).',
      'Refreshed from 127.0.0.1 (Firefox on Windows).',
      'Refreshed from 127.0.0.1 (Firefox on Windows).',
      'Logged in with the password from 127.0.0.1 (Firefox on Windows).',
    ]);
    expect(body.items[1]).toMatchObject({ kind: 'reused', ipAddress: '127.0.0.1', device: 'curl' });
    expect(JSON.stringify(body)).not.toContain(stolen.refreshToken);

    const admin = await bearer(app, await createUserWith(app, 'session:read'));
    const { body: seen } = await get(`/auth/v1/all-sessions/${stolen.sessionId}/story`, admin).expect(200);
    expect(seen).toEqual(body);
  });

  it('tells a lost race from a theft', async () => {
    const watching = await logIn(app, user.email);
    const { sessionId, refreshToken } = await logInWith(FIREFOX);
    await refresh(refreshToken, FIREFOX).expect(200);
    await refresh(refreshToken, FIREFOX).expect(401);
    const { body } = await own(watching, sessionId).expect(200);
    expect(body.items[1]).toMatchObject({
      kind: 'race_lost',
      text: expect.stringMatching(
        /^A refresh from 127\.0\.0\.1 \(Firefox on Windows\) lost a race: another with the same token came [\d.]+ seconds? earlier\.$/,
      ),
    });
  });

  it('tells that a session has expired, and why', async () => {
    const watching = await logIn(app, user.email);
    const { sessionId } = await logInWith(CURL);
    await app.dataSource.query(`UPDATE sessions SET idle_expires_at = clock_timestamp() WHERE id = $1`, [
      sessionId,
    ]);
    expect(texts((await own(watching, sessionId).expect(200)).body)).toEqual([
      'Expired, since it was not used for so long.',
      'Logged in with the password from 127.0.0.1 (curl).',
    ]);
  });

  it('says nothing of where an administrator is', async () => {
    const watching = await logIn(app, user.email);
    const { sessionId } = await logInWith(CURL);
    const authorization = await bearer(app, await createUserWith(app, 'session:end'));
    await app.request().delete(`/auth/v1/all-sessions/${sessionId}`).set({ authorization }).expect(204);
    const { body } = await own(watching, sessionId).expect(200);
    expect(body.items[0]).toMatchObject({ ipAddress: null, device: null });
    expect(texts(body)[0]).toMatch(/^Ended by an administrator at \d\d:\d\d UTC\.$/);
  });

  it('comes in pages that fit together', async () => {
    const tokens = await logIn(app, user.email);
    let { refreshToken } = tokens;
    for (let count = 0; count < 6; count++)
      ({ refreshToken } = (await refresh(refreshToken, CURL).expect(200)).body as Tokens);
    const whole = await own(tokens, tokens.sessionId).expect(200);
    const items: StoryEntry[] = [];
    let cursor = '';
    do {
      const { body } = await own(tokens, tokens.sessionId, `?limit=3${cursor && `&cursor=${cursor}`}`).expect(
        200,
      );
      items.push(...(body.items as StoryEntry[]));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect(items).toHaveLength(7);
    expect(items).toEqual(whole.body.items);
    const { body } = await own(tokens, tokens.sessionId, '?cursor=nonsense').expect(400);
    expect(body).toMatchObject({ code: 'invalid_cursor', errors: [{ field: 'cursor' }] });
  });

  it('is nobody else’s to read', async () => {
    const { sessionId } = await logIn(app, user.email);
    const stranger = await logIn(app, (await createUser(app)).email);
    expect((await own(stranger, sessionId).expect(404)).body.code).toBe('not_found');
    await get(`/auth/v1/all-sessions/${sessionId}/story`, `Bearer ${stranger.accessToken}`).expect(403);
    expect((await own(stranger, '1').expect(400)).body.errors[0].field).toBe('id');
  });

  it('does not grow with whoever goes on to send a used token', async () => {
    const watching = await logIn(app, user.email);
    const { sessionId, refreshToken } = await logInWith(CURL);
    await refresh(refreshToken, CURL).expect(200);
    for (let count = 0; count < 110; count++) await refresh(refreshToken, CURL).expect(401);
    const { body } = await own(watching, sessionId, '?limit=200').expect(200);
    expect(body.items.filter(({ kind }: StoryEntry) => kind === 'race_lost')).toHaveLength(100);
  });
});

describe('the last use of a session', () => {
  const lastUse = async (sessionId: string) => {
    const [row] = await app.dataSource.query<{ last_used_at: Date }[]>(
      'SELECT last_used_at FROM sessions WHERE id = $1',
      [sessionId],
    );
    return row?.last_used_at.getTime() ?? 0;
  };
  const age = (sessionId: string) =>
    app.dataSource.query(`UPDATE sessions SET last_used_at = now() - interval '1 day' WHERE id = $1`, [
      sessionId,
    ]);

  it('is written by and by, not by requests, also by those answered from memory', async () => {
    const tokens = await logIn(app, user.email);
    const unused = await logIn(app, user.email);
    const notes = app.app.get(NoteSessionUse);
    await notes.write();
    for (const { sessionId } of [tokens, unused]) await age(sessionId);
    const aged = await lastUse(tokens.sessionId);
    await get('/auth/v1/users/me', `Bearer ${tokens.accessToken}`).expect(200);
    await notes.write();
    expect(Date.now() - (await lastUse(tokens.sessionId))).toBeLessThan(5000);

    await age(tokens.sessionId);
    await get('/auth/v1/users/me', `Bearer ${tokens.accessToken}`).expect(200);
    expect(await lastUse(tokens.sessionId)).toBe(aged);
    await notes.write();
    expect(Date.now() - (await lastUse(tokens.sessionId))).toBeLessThan(5000);
    expect(await lastUse(unused.sessionId)).toBe(aged);
  });

  it('never goes back in time', async () => {
    const { accessToken, sessionId } = await logIn(app, user.email);
    const notes = app.app.get(NoteSessionUse);
    await get('/auth/v1/users/me', `Bearer ${accessToken}`).expect(200);
    await app.dataSource.query(
      `UPDATE sessions SET last_used_at = clock_timestamp() + interval '1 hour' WHERE id = $1`,
      [sessionId],
    );
    const later = await lastUse(sessionId);
    await notes.write();
    expect(await lastUse(sessionId)).toBe(later);
  });
});

describe('sessions that were over long ago', () => {
  it('are forgotten with their stories; others stay', async () => {
    const old = (days: number) => `clock_timestamp() - interval '${days} days'`;
    const [gone, expired, recent, live] = [
      await logIn(app, user.email),
      await logIn(app, user.email),
      await logIn(app, user.email),
      await logIn(app, user.email),
    ];
    const move = async ({ sessionId }: Tokens, set: string, id: string) => {
      await app.dataSource.query(`DELETE FROM refresh_tokens WHERE session_id = $1`, [sessionId]);
      await app.dataSource.query(`UPDATE sessions SET id = $2, ${set} WHERE id = $1`, [sessionId, id]);
      return id;
    };
    // Keys of UUIDv7 from the year 2024.
    const ids = [
      await move(
        gone,
        `ended_at = ${old(91)}, end_reason = 'logout'`,
        '018f0000-0000-7000-8000-000000000001',
      ),
      await move(expired, `expires_at = ${old(91)}`, '018f0000-0000-7000-8000-000000000002'),
      await move(
        recent,
        `ended_at = ${old(89)}, end_reason = 'logout'`,
        '018f0000-0000-7000-8000-000000000003',
      ),
      live.sessionId,
    ];
    await app.app.get(PruneSessions).execute();
    const left = await app.dataSource.query<SessionView[]>(
      'SELECT id FROM sessions WHERE id = ANY($1) ORDER BY id',
      [ids],
    );
    expect(left.map(({ id }) => id)).toEqual(ids.slice(2));
  });
});
