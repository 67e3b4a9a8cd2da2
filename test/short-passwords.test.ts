import { describe, expect, it } from '@jest/globals';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { bearer, createUser, createUserWithRole, PASSWORD } from './support/people.js';
import { addSecondFactor } from './support/second-factor.js';

const mailbox = useMailbox();
const app = useApp(() => ({ SMTP_URL: mailbox.url }));
/** Eight characters: one is outside of the first plane, where a UTF-16 length would count two. */
const SHORT = 'k7#mPq2😀';

const call = (
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  authorization: string,
  body?: object,
) => app.request()[method](`/auth/v1${path}`).set({ authorization }).send(body);
const logIn = (email: string, password: string) =>
  app.request().post('/auth/v1/login').send({ email, password });
const change = (authorization: string, currentPassword: string, password: string) =>
  call('put', '/users/me/password', authorization, { currentPassword, password });

/** Somebody with a second factor and a short password. */
async function withShortPassword() {
  const user = await createUser(app);
  const factor = await addSecondFactor(app, user);
  await change(factor.authorization, PASSWORD, SHORT).expect(204);
  return { user, ...factor };
}

/** Logs in with both. @returns the `Authorization` header */
async function enter(user: UserView, code: string): Promise<string> {
  const { body } = await logIn(user.email, SHORT).expect(401);
  expect(body.code).toBe('second_factor_required');
  const proof = { challenge: body.challenge as string, method: 'recovery_code', code };
  const tokens = await app.request().post('/auth/v1/login/second-factor').send(proof).expect(200);
  return `Bearer ${tokens.body.accessToken as string}`;
}

/** Asks for a link to reset the password. @returns the token of the mail, which is one of several */
async function resetLinkTo(email: string): Promise<string> {
  await app.request().post('/auth/v1/password/forgot').send({ email }).expect(202);
  await app.app.get(MailDelivery).deliver();
  return mailbox.mails.filter(({ to, token }) => to === email && token !== '').at(-1)?.token ?? '';
}

describe('a password of eight characters', () => {
  it('is enough beside a second factor, and no shorter one is', async () => {
    const { user, recoveryCodes } = await withShortPassword();
    const authorization = await enter(user, recoveryCodes[0] ?? '');
    const { body } = await change(authorization, SHORT, SHORT.slice(1)).expect(422);
    expect(body).toMatchObject({ code: 'weak_password', errors: [{ field: 'password' }] });
    expect(body.detail ?? JSON.stringify(body)).toMatch(/at least 8/);
  });

  it('is refused without one, whoever sets it', async () => {
    const user = await createUser(app);
    const own = await bearer(app, user);
    const refused = await change(own, PASSWORD, SHORT).expect(422);
    expect(JSON.stringify(refused.body)).toMatch(/at least 15/);
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    await call('put', `/users/${user.id}/password`, root, { password: SHORT }).expect(422);
  });

  it('may be set by an administrator and by a mailed link, where there is a second factor', async () => {
    const user = await createUser(app);
    const { recoveryCodes } = await addSecondFactor(app, user);
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    await call('put', `/users/${user.id}/password`, root, { password: SHORT }).expect(204);
    await enter(user, recoveryCodes[0] ?? '');
    const token = await resetLinkTo(user.email);
    await app
      .request()
      .post('/auth/v1/password/reset')
      .send({ token, password: `${SHORT}!` })
      .expect(204);
  });

  it('keeps the last factor until there is a longer one', async () => {
    const { user, recoveryCodes } = await withShortPassword();
    const authorization = await enter(user, recoveryCodes[0] ?? '');
    const { body } = await call('delete', '/users/me/authenticators/totp', authorization).expect(403);
    expect(body).toMatchObject({ code: 'password_needs_second_factor' });
    // Nothing has gone.
    const again = await enter(user, recoveryCodes[1] ?? '');
    await change(again, SHORT, PASSWORD).expect(204);
    const { body: waiting } = await logIn(user.email, PASSWORD).expect(401);
    const proof = { challenge: waiting.challenge as string, method: 'recovery_code', code: recoveryCodes[2] };
    const { body: tokens } = await app.request().post('/auth/v1/login/second-factor').send(proof).expect(200);
    await call('delete', '/users/me/authenticators/totp', `Bearer ${tokens.accessToken as string}`).expect(
      204,
    );
    await logIn(user.email, PASSWORD).expect(200);
  });

  it('lets nobody in once an administrator has reset the factors, until a mailed link sets another', async () => {
    const { user } = await withShortPassword();
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    await call('delete', `/users/${user.id}/authenticators`, root).expect(204);
    const { body } = await logIn(user.email, SHORT).expect(403);
    expect(body.code).toBe('password_needs_second_factor');
    const failures = await app.dataSource.query(
      `SELECT reason FROM audit_log WHERE action = 'auth.login' AND outcome = 'failure' AND subject_id = $1`,
      [user.id],
    );
    expect(failures).toEqual([{ reason: 'password_needs_second_factor' }]);

    const token = await resetLinkTo(user.email);
    const set = (password: string) => app.request().post('/auth/v1/password/reset').send({ token, password });
    await set(SHORT).expect(422);
    await set(PASSWORD).expect(204);
    await logIn(user.email, PASSWORD).expect(200);
  });
});
