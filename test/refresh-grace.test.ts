import { describe, expect, it } from '@jest/globals';
import { type TestApp, useCommittingApps } from './support/app.js';
import { createUser, logIn, type Tokens } from './support/people.js';

const instances = useCommittingApps(2, { REFRESH_GRACE_SECONDS: '10' }) as [TestApp, TestApp];
const [here, there] = instances;

const refresh = (instance: TestApp, refreshToken: string) =>
  instance.request().post('/auth/v1/refresh').send({ refreshToken });
const me = (instance: TestApp, { accessToken }: Tokens) =>
  instance.request().get('/auth/v1/users/me').set('authorization', `Bearer ${accessToken}`);
const newLogin = async () => logIn(here, (await createUser(here)).email);
const isLive = async (sessionId: string) =>
  (await here.dataSource.query('SELECT FROM sessions WHERE id = $1 AND ended_at IS NULL', [sessionId]))
    .length === 1;

describe('with a grace for lost answers', () => {
  it('50 uses at once over two instances get one and the same successor, which works once', async () => {
    const login = await newLogin();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => refresh(index % 2 ? there : here, login.refreshToken)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const successors = new Set(answers.map(({ body }) => (body as Tokens).refreshToken));
    expect(successors.size).toBe(1);
    const [{ count }] = await here.dataSource.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM refresh_tokens WHERE session_id = $1',
      [login.sessionId],
    );
    expect(count).toBe(2);
    const [successor = ''] = successors;
    expect(successor).not.toBe(login.refreshToken);
    const { body } = await refresh(there, successor).expect(200);
    await me(here, body as Tokens).expect(200);
  }, 30_000);

  it('a token ends the session once its successor was used', async () => {
    const login = await newLogin();
    const { body: second } = await refresh(here, login.refreshToken).expect(200);
    await refresh(there, (second as Tokens).refreshToken).expect(200);
    await refresh(there, login.refreshToken).expect(401);
    expect(await isLive(login.sessionId)).toBe(false);
  });

  it('a token ends the session once the grace is over', async () => {
    const login = await newLogin();
    const { body: second } = await refresh(here, login.refreshToken).expect(200);
    await here.dataSource.query(
      `UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE session_id = $1`,
      [login.sessionId],
    );
    await refresh(there, login.refreshToken).expect(401);
    expect(await isLive(login.sessionId)).toBe(false);
    await refresh(here, (second as Tokens).refreshToken).expect(401);
  });

  it('nothing comes back of a session that has ended', async () => {
    const login = await newLogin();
    const { body: second } = await refresh(here, login.refreshToken).expect(200);
    await there
      .request()
      .post('/auth/v1/logout')
      .set('authorization', `Bearer ${(second as Tokens).accessToken}`)
      .expect(204);
    await refresh(here, login.refreshToken).expect(401);
  });

  it('the story tells of answers that were asked for twice', async () => {
    const login = await newLogin();
    await refresh(here, login.refreshToken).expect(200);
    const { body: again } = await refresh(there, login.refreshToken).expect(200);
    const { body } = await here
      .request()
      .get(`/auth/v1/sessions/${login.sessionId}/story`)
      .set('authorization', `Bearer ${(again as Tokens).accessToken}`)
      .expect(200);
    expect(body.items[0]).toMatchObject({
      kind: 'repeated',
      text: expect.stringMatching(
        /^A refresh was asked for again after .* got the same answer as the first time\.$/,
      ),
    });
  });
});
