import { describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { type TestApp, useCommittingApps } from './support/app.js';
import { createUser, newEmail, PASSWORD, type Tokens } from './support/people.js';

const apps = useCommittingApps(2) as [TestApp, TestApp];
const [here] = apps;

interface Attempt {
  readonly email: string;
  readonly password: string;
  /** null: nobody gets in. */
  readonly userId: string | null;
}

/** Some get in, and beside each of them somebody who does not. */
async function attempts(amount: number): Promise<Attempt[]> {
  const made = await Promise.all(
    Array.from({ length: amount }, async (_, place): Promise<Attempt> => {
      const password = `${PASSWORD} ${place}`;
      if (place % 5 === 1) return { email: newEmail(), password, userId: null };
      const { id, email } = await createUser(here, { password });
      if (place % 5 === 2) return { email, password: `${PASSWORD} ${place + 1}`, userId: null };
      if (place % 5 === 3) {
        await here.dataSource.query(`UPDATE users SET status = 'disabled' WHERE id = $1`, [id]);
        return { email, password, userId: null };
      }
      return { email, password, userId: id };
    }),
  );
  return made;
}

describe('logins at the same moment', () => {
  it('let everybody into their own account, and nobody else in', async () => {
    const all = await attempts(40);
    const answers = await Promise.all(
      all.map(({ email, password }, place) =>
        apps[place % 2]!.request().post('/auth/v1/login').send({ email, password }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(all.map(({ userId }) => (userId ? 200 : 401)));
    for (const [place, { userId, email }] of all.entries()) {
      if (userId === null) continue;
      const { accessToken, sessionId } = answers[place]!.body as Tokens;
      expect(decodeJwt(accessToken)).toMatchObject({ sub: userId, sid: sessionId });
      const me = await here.request().get('/auth/v1/users/me').set('authorization', `Bearer ${accessToken}`);
      expect(me.body).toMatchObject({ id: userId, email });
    }
    const sessions = await here.dataSource.query<{ userId: string }[]>(
      'SELECT user_id AS "userId" FROM sessions WHERE user_id = ANY($1)',
      [all.map(({ userId }) => userId).filter((id) => id !== null)],
    );
    expect(sessions.map(({ userId }) => userId).sort()).toEqual(
      all.flatMap(({ userId }) => userId ?? []).sort(),
    );
    const audited = await here.dataSource.query<{ outcome: string; count: number }[]>(
      `SELECT outcome, count(*)::int AS count FROM audit_log WHERE action = 'auth.login' GROUP BY 1 ORDER BY 1`,
    );
    expect(audited).toEqual([
      { outcome: 'failure', count: 24 },
      { outcome: 'success', count: 16 },
    ]);
  }, 60_000);

  it('of one person, by several devices, open a session each', async () => {
    const { id, email } = await createUser(here);
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, place) =>
        apps[place % 2]!.request().post('/auth/v1/login').send({ email, password: PASSWORD }),
      ),
    );
    const ids = answers.map(({ body }) => (body as Tokens).sessionId);
    expect(new Set(ids).size).toBe(4);
    const stored = await here.dataSource.query<{ id: string }[]>(
      'SELECT id FROM sessions WHERE user_id = $1',
      [id],
    );
    expect(stored.map((session) => session.id).sort()).toEqual([...ids].sort());
  });
});
