import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { RevokeApiKey } from '../apps/auth/src/modules/api-key/index.js';
import { UpdateServiceAccount } from '../apps/auth/src/modules/service-account/index.js';
import { ChangeUserStatus } from '../apps/auth/src/modules/user/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { createUserWith, createUserWithRole } from './support/people.js';
import { createApiKey, createService, serviceToken } from './support/services.js';

const BOUND_MS = 1000;
const [one, other] = useCommittingApps(2) as readonly [TestApp, TestApp];

const status = async (instance: TestApp, token: string) =>
  (await instance.request().get('/auth/v1/users').set('authorization', `Bearer ${token}`)).status;
/** Both instances know the credential by heart, then one ends it: the other has to know within a second. */
async function endsEverywhere(token: string, end: () => Promise<unknown>, expected = 401): Promise<void> {
  for (const instance of [one, other, one, other]) expect(await status(instance, token)).toBe(200);
  await end();
  const since = Date.now();
  expect(await status(one, token)).toBe(expected);
  while ((await status(other, token)) !== expected) {
    expect(Date.now() - since).toBeLessThan(BOUND_MS);
    await sleep(5);
  }
}
const apiKeyOf = (userId: string) => createApiKey(one, userId, 'user:read');

it('an API key that is revoked', async () => {
  const { id } = await createUserWith(one, 'user:read');
  const key = await apiKeyOf(id);
  await endsEverywhere(key.apiKey, () => one.app.get(RevokeApiKey).execute(key.id));
});

it('an API key whose owner is disabled', async () => {
  await createUserWithRole(one, 'superuser');
  const { id } = await createUserWith(one, 'user:read');
  const { apiKey } = await apiKeyOf(id);
  await endsEverywhere(apiKey, () => one.app.get(ChangeUserStatus).execute(id, 'disabled'));
});

it('a service that is disabled', async () => {
  const service = await createService(one, 'user:read');
  const update = one.app.get(UpdateServiceAccount);
  await endsEverywhere(await serviceToken(one, service), () =>
    update.execute(service.id, { status: 'disabled' }),
  );
});

it('a permission that is taken from a service', async () => {
  const service = await createService(one, 'user:read');
  const update = one.app.get(UpdateServiceAccount);
  await endsEverywhere(
    await serviceToken(one, service),
    () => update.execute(service.id, { permissions: [] }),
    403,
  );
});
