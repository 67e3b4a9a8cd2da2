import { describe, expect, it } from '@jest/globals';
import { type TestApp, useCommittingApps } from './support/app.js';
import { createUser, logIn, type Tokens } from './support/people.js';

const instances = useCommittingApps(2) as [TestApp, TestApp];

const refresh = (instance: TestApp, refreshToken: string) =>
  instance.request().post('/auth/v1/refresh').send({ refreshToken });

/** As many uses of one token at the same moment, spread over both instances. */
const stampede = (refreshToken: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) => refresh(instances[index % 2 ? 1 : 0], refreshToken)),
  );

describe('a refresh token', () => {
  it('has one winner of 50 uses at once; its family ends, and no other login', async () => {
    for (let round = 0; round < 4; round++) {
      const user = await createUser(instances[0]);
      const login = await logIn(instances[0], user.email);
      const other = await logIn(instances[1], user.email);
      const answers = await stampede(login.refreshToken, 50);
      const winners = answers.filter(({ status }) => status === 200);
      expect(winners).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(49);
      await refresh(instances[1], (winners[0]?.body as Tokens).refreshToken).expect(401);
      await refresh(instances[0], other.refreshToken).expect(200);
    }
  }, 60_000);

  it('leaves no live session when a logout comes at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const user = await createUser(instances[0]);
      const { accessToken, refreshToken, sessionId } = await logIn(instances[0], user.email);
      const logout = instances[1].request().post('/auth/v1/logout');
      const [rotated] = await Promise.all([
        refresh(instances[0], refreshToken),
        logout.set('authorization', `Bearer ${accessToken}`).expect(204),
      ]);
      const [{ live }] = await instances[0].dataSource.query(
        'SELECT ended_at IS NULL AS live FROM sessions WHERE id = $1',
        [sessionId],
      );
      expect(live).toBe(false);
      if (rotated.status === 200)
        await refresh(instances[0], (rotated.body as Tokens).refreshToken).expect(401);
    }
  }, 60_000);
});
