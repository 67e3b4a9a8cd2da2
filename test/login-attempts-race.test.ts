import { expect, it } from '@jest/globals';
import { LoginAttemptRepository } from '../apps/auth/src/modules/auth/domain/login-attempt.repository.js';
import { type TestApp, useCommittingApps } from './support/app.js';

const [here] = useCommittingApps(1) as [TestApp];

it('attempts that begin, succeed and are forgotten at the same moment do not lock each other out', async () => {
  const attempts = here.app.get(LoginAttemptRepository);
  const origin = { account: 'nobody@example.com', ipAddress: '192.0.2.1' };
  for (let round = 0; round < 100; round++) {
    await Promise.all(
      Array.from({ length: 4 }, () => [
        attempts.reserve(origin, 0.01),
        attempts.release(origin),
        attempts.prune(),
      ]).flat(),
    );
  }
  // Nothing is left reserved when as many have been taken back.
  for (let count = 0; count < 3; count++) await attempts.reserve(origin, 900);
  for (let count = 0; count < 3; count++) await attempts.release(origin);
  expect(await attempts.reserve(origin, 900)).toMatchObject({ perAccount: 1 });
}, 60_000);
