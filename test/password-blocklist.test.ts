import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '../apps/auth/src/core/errors/index.js';
import { packHashes } from '../apps/auth/src/core/crypto/index.js';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { CreateSuperuser, PrepareSetup } from '../apps/auth/src/modules/setup/index.js';
import { HashNewPassword } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { bearer, createUser, createUserWithRole, newEmail, PASSWORD } from './support/people.js';
import { addSecondFactor } from './support/second-factor.js';

/** One from the built-in list, otherwise long enough, and one from the operator's. */
const COMMON = 'PasswordPassword';
const BREACHED = 'leaked from elsewhere';

const folder = mkdtempSync(join(tmpdir(), 'blocklist-'));
const list = join(folder, 'list.bin');
beforeAll(async () => {
  writeFileSync(join(folder, 'list.txt'), BREACHED);
  await packHashes(join(folder, 'list.txt'), list, { from: 'plain' });
});
afterAll(() => rmSync(folder, { recursive: true }));

const mailbox = useMailbox();
const app = useApp(() => ({
  SMTP_URL: mailbox.url,
  PASSWORD_BLOCKLIST_FILE: list,
  PRODUCT_NAME: 'Evergreen Identity',
}));

async function mailedToken(email: string): Promise<string> {
  await app.app.get(MailDelivery).deliver();
  return mailbox.take(email).token;
}

async function send(
  method: 'post' | 'put',
  path: string,
  body: object,
  authorization?: string,
): Promise<{ status: number; body: unknown }> {
  const request = app.request()[method](`/auth/v1${path}`).send(body);
  return authorization === undefined ? request : request.set('authorization', authorization);
}

/** Each way to set a password, up to the point where it is set. */
const ways: Record<string, (password: string) => Promise<{ status: number; body: unknown }>> = {
  'signing up': (password) => send('post', '/register', { email: newEmail(), password }),
  'a reset': async (password) => {
    const { email } = await createUser(app);
    await send('post', '/password/forgot', { email });
    return send('post', '/password/reset', { token: await mailedToken(email), password });
  },
  'a change of one’s own': async (password) => {
    const authorization = await bearer(app, await createUser(app));
    return send('put', '/users/me/password', { currentPassword: PASSWORD, password }, authorization);
  },
  'an invitation': async (password) => {
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    const email = newEmail();
    await send('post', '/invitations', { email }, authorization);
    return send('post', '/invitations/accept', { token: await mailedToken(email), password });
  },
  'an administrator making a user': async (password) => {
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    return send('post', '/users', { email: newEmail(), password }, authorization);
  },
  'an administrator setting a password': async (password) => {
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    const { id } = await createUser(app);
    return send('put', `/users/${id}/password`, { password }, authorization);
  },
};

describe.each(Object.entries(ways))('%s', (_, setPassword) => {
  it.each([COMMON, BREACHED.toUpperCase(), 'EVERGREEN identity!'])('refuses %j', async (password) => {
    expect(await setPassword(password)).toMatchObject({
      status: 422,
      body: { code: 'weak_password', errors: [{ field: 'password' }] },
    });
  });

  it('takes another', async () => {
    expect((await setPassword('another horse battery staple')).status).toBeLessThan(300);
  });
});

it('the first superuser, however made, has no known password', async () => {
  await app.dataSource.query('DELETE FROM role_assignments');
  await expect(app.app.get(CreateSuperuser).execute({ email: newEmail(), password: COMMON })).rejects.toThrow(
    'breaches',
  );
  const link = new URL((await app.app.get(PrepareSetup).execute()) ?? '');
  const form = { token: link.searchParams.get('token'), email: newEmail(), password: COMMON };
  const refused = await app
    .request()
    .post('/auth/setup')
    .type('form')
    .set({ origin: app.config.publicUrl })
    .send(form);
  expect(refused.status).toBe(422);
});

describe('a shorter password, where a second factor is asked for', () => {
  const hash = async (password: string) => {
    const user = await createUser(app);
    await addSecondFactor(app, user);
    return app.app
      .get(HashNewPassword)
      .execute('grace.hopper@example.test', password, user.id)
      .catch((error: unknown) => (error as AppError).code);
  };

  it.each(['iloveyou', 'ILoveYou', 'trustno1', 'grace.hopper', 'Grace.Hopper1', 'seven77'])(
    'is not %j',
    async (password) => expect(await hash(password)).toBe('weak_password'),
  );

  it('may be any other', async () =>
    expect(await hash('k7#mPq2x')).toMatchObject({
      hash: expect.stringMatching(/^\$argon2id\$/),
      needsSecondFactor: true,
    }));
});
