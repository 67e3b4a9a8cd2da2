import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { LoginThrottle } from '../apps/auth/src/modules/auth/domain/login-throttle.js';
import { LoginAttemptRepository } from '../apps/auth/src/modules/auth/domain/login-attempt.repository.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { createUser, PASSWORD } from './support/people.js';

const apps = useCommittingApps(2) as [TestApp, TestApp];
const [here] = apps;

const failuresOf = async (key: string): Promise<number> => {
  const rows: { failures: number }[] = await here.dataSource.query(
    'SELECT failures FROM login_attempts WHERE key = $1',
    [key],
  );
  return rows[0]?.failures ?? 0;
};

describe('two instances', () => {
  it('count 200 guesses at the same moment as 200, and look at no more than are allowed', async () => {
    const { email } = await createUser(here);
    const other = await createUser(here);
    const guess = (place: number) =>
      apps[place % 2]!.request()
        .post('/auth/v1/login')
        .send({ email, password: `a wrong passphrase ${v7()}` });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, place) => guess(place)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(here.config.loginFailuresPerAccount);
    expect(statuses.filter((status) => status === 429)).toHaveLength(
      200 - here.config.loginFailuresPerAccount,
    );
    expect(await failuresOf(`account ${email} 127.0.0.1`)).toBe(200);
    expect(await failuresOf(`everywhere ${email}`)).toBe(200);
    expect(await failuresOf('network 127.0.0.1')).toBe(200);
    await here.dataSource.query("DELETE FROM login_attempts WHERE key LIKE 'network %'");
    await here.request().post('/auth/v1/login').send({ email: other.email, password: PASSWORD }).expect(200);
  }, 60_000);
});

it('attempts that are counted by one statement have a number each', async () => {
  const attempts = here.app.get(LoginAttemptRepository);
  const counter = (subject: string) => ({ subject, inNetwork: false, clears: true });
  const attempt = (...subjects: string[]) => ({ counters: subjects.map(counter), ipAddress: '192.0.2.1' });
  const failures = async (...asked: Parameters<LoginAttemptRepository['reserve']>[0][]) => {
    const counts = await Promise.all(asked.map((one) => attempts.reserve(one, 60)));
    return counts.map((of) => of.map((count) => count.failures));
  };
  const together = [attempt('shared', 'own a'), attempt('own b', 'shared'), attempt('shared')] as const;
  expect(await failures(...together)).toEqual([[1, 1], [1, 2], [3]]);
  expect(await failures(...together)).toEqual([[4, 2], [2, 5], [6]]);
  await here.dataSource.query("UPDATE login_attempts SET window_ends_at = now() WHERE key = 'shared'");
  expect(await failures(...together)).toEqual([[1, 3], [3, 2], [3]]);
  expect(await failuresOf('shared')).toBe(3);
  await here.dataSource.query('DELETE FROM login_attempts');
});

it('attempts that begin, succeed and are forgotten at the same moment do not lock each other out', async () => {
  const throttles = apps.map(({ app }) => app.get(LoginThrottle));
  const attempts = here.app.get(LoginAttemptRepository);
  const origin = { account: 'nobody@example.com', password: 'a wrong passphrase', device: null };
  const otherOrigin = { ...origin, password: 'another one' };
  const counted = await here.app.get(LoginThrottle).reserve(origin);
  const otherCounted = await here.app.get(LoginThrottle).reserve(otherOrigin);
  for (let round = 0; round < 50; round++) {
    await Promise.all([
      ...throttles.flatMap((throttle) => [
        throttle.reserve(origin),
        throttle.reserve(otherOrigin),
        throttle.release(counted),
        throttle.release(otherCounted),
      ]),
      here.dataSource.query("UPDATE login_attempts SET window_ends_at = now() WHERE key LIKE 'network %'"),
      attempts.prune(),
    ]).catch((error: unknown) => {
      // Refused for being too many is no deadlock.
      if ((error as { code?: string }).code !== 'too_many_attempts') throw error;
    });
  }
  await here.dataSource.query('DELETE FROM login_attempts');
  // Nothing is left reserved when as many have been taken back.
  const [throttle] = throttles as [LoginThrottle];
  for (let count = 0; count < 3; count++) await throttle.reserve(origin);
  for (let count = 0; count < 3; count++) await throttle.release(counted);
  expect(await failuresOf('network 127.0.0.1')).toBe(0);
  expect(await failuresOf(`account ${origin.account} 127.0.0.1`)).toBe(0);
}, 60_000);
