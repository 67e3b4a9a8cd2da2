import { expect, it } from '@jest/globals';
import { type TestApp, useCommittingApps } from './support/app.js';
import { createUser, newEmail, PASSWORD } from './support/people.js';

const [app] = useCommittingApps(1, {
  PASSWORD_HASH_CONCURRENCY: '1',
  PASSWORD_HASH_QUEUE: '5',
  LOGIN_FAILURES_PER_NETWORK: '100000',
}) as [TestApp];

it('refuses logins beyond what may wait with 503 and Retry-After, and goes on with everything else', async () => {
  const user = await createUser(app);
  const logIn = (email: string) => app.request().post('/auth/v1/login').send({ email, password: PASSWORD });
  const logins = Promise.all(Array.from({ length: 50 }, () => logIn(newEmail())));
  await app.request().get('/auth/health/ready').expect(200);
  const answers = await logins;
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length + answers.filter(({ status }) => status === 401).length).toBe(50);
  for (const { body, headers } of refused) {
    expect(body.code).toBe('overloaded');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
  await logIn(user.email).expect(200);
}, 60_000);
