import { expect, it } from '@jest/globals';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { useApp } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { bearer, createUserWithRole, newEmail, PASSWORD } from './support/people.js';
import { CodeApp } from './support/totp.js';

const mailbox = useMailbox();
const app = useApp(() => ({ SMTP_URL: mailbox.url, EMAIL_LOGIN: 'on' }));
const OTHER_PASSWORD = 'another horse battery staple';

it('the audit log and the stories of sessions tell of every step of an account, and of no secret', async () => {
  const secrets = new Set<string>([PASSWORD, OTHER_PASSWORD, '$argon2']);
  const keep = <T>(secret: T): T => {
    if (typeof secret !== 'string' || secret.length < 6) throw new Error(`no secret: ${String(secret)}`);
    secrets.add(secret);
    return secret;
  };
  const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object, authorization = '') =>
    app.request()[method](`/auth/v1${path}`).set({ authorization }).send(body);
  const mailTo = async (address: string) => {
    await app.app.get(MailDelivery).deliver();
    const mail = mailbox.mails.filter(({ to }) => to === address).at(-1);
    if (mail === undefined) throw new Error(`no mail to ${address}`);
    if (mail.token !== '') keep(mail.token);
    return mail;
  };
  const enter = async (password: string, more: object = {}) => {
    const { body, status } = await send('post', '/login', { email, password, ...more });
    for (const name of ['accessToken', 'refreshToken', 'deviceToken', 'challenge'])
      if (body[name] !== undefined) keep(body[name] as string);
    return { body, status, authorization: `Bearer ${String(body.accessToken)}` };
  };

  let email = newEmail();
  await send('post', '/register', { email, password: PASSWORD, displayName: 'Ada' }).expect(202);
  await send('post', '/email/verify', { token: (await mailTo(email)).token }).expect(204);
  await enter('not the passphrase');
  const first = await enter(PASSWORD);
  const refreshed = await send('post', '/refresh', {
    refreshToken: first.body.refreshToken as string,
  }).expect(200);
  keep(refreshed.body.refreshToken);
  await send('post', '/refresh', { refreshToken: first.body.refreshToken as string }).expect(401);

  const { authorization } = await enter(PASSWORD);
  const own = '/users/me/authenticators';
  const { body: enrolment } = await send('post', `${own}/totp`, {}, authorization).expect(201);
  const codes = new CodeApp(keep(enrolment.secret as string));
  const confirmed = await send('post', `${own}/totp/confirm`, { code: codes.code(-1) }, authorization).expect(
    200,
  );
  const recoveryCodes = (confirmed.body.recoveryCodes as string[]).map(keep);
  const { body: key } = await send(
    'post',
    '/users/me/api-keys',
    { name: 'reader', permissions: ['own_profile:read'], expiresInDays: 1 },
    authorization,
  ).expect(201);
  keep(key.apiKey);
  const wanted = newEmail();
  await send('put', '/users/me/email', { email: wanted, password: PASSWORD }, authorization).expect(202);
  await send('post', '/email/verify', { token: (await mailTo(wanted)).token }).expect(204);
  email = wanted;

  const waiting = await enter(PASSWORD);
  const proof = { challenge: waiting.body.challenge as string, rememberDevice: true };
  await send('post', '/login/second-factor', { ...proof, method: 'totp', code: '000000' }).expect(401);
  const code = recoveryCodes[0];
  const second = await send('post', '/login/second-factor', {
    ...proof,
    method: 'recovery_code',
    code,
  }).expect(200);
  const remembered = `Bearer ${keep(second.body.accessToken as string)}`;
  const { body: factors } = await send('get', own, undefined, remembered).expect(200);
  await send('delete', `${own}/devices/${factors.rememberedDevices[0].id as string}`, {}, remembered).expect(
    204,
  );

  const asked = await send('post', '/login/email', { email, kind: 'code' }).expect(202);
  const mailed = /\b\d{8}\b/.exec((await mailTo(email)).text)?.[0] ?? '';
  await send('post', '/login/email/code', {
    challenge: keep(asked.body.challenge),
    code: keep(mailed),
  }).expect(401);
  await send('post', '/password/forgot', { email }).expect(202);
  await send('post', '/password/reset', {
    token: (await mailTo(email)).token,
    password: OTHER_PASSWORD,
  }).expect(204);

  const root = await bearer(app, await createUserWithRole(app, 'superuser'));
  const [{ id }] = await app.dataSource.query('SELECT id FROM users WHERE email = $1', [email]);
  await send('delete', `/users/${id as string}/authenticators`, {}, root).expect(204);
  const { body: account } = await send(
    'post',
    '/service-accounts',
    { name: 'mailer', permissions: [] },
    root,
  ).expect(201);
  const added = await send('post', `/service-accounts/${account.id as string}/secrets`, {}, root).expect(201);
  keep(added.body.clientSecret);
  const last = await enter(OTHER_PASSWORD);
  await send('post', '/logout', {}, last.authorization).expect(204);

  const rows: { action: string }[] = await app.dataSource.query('SELECT * FROM audit_log');
  expect([...new Set(rows.map(({ action }) => action))]).toEqual(
    expect.arrayContaining([
      'account.sign_up',
      'user.created',
      'auth.login',
      'session.ended',
      'authenticator.added',
      'authenticator.verified',
      'authenticator.recovery_code_used',
      'authenticator.device_remembered',
      'authenticator.device_forgotten',
      'authenticator.reset',
      'api_key.created',
      'account.email_change_requested',
      'user.email_confirmed',
      'account.password_reset_requested',
      'user.password_reset',
      'service_account.created',
    ]),
  );
  const told = JSON.stringify([rows, await app.dataSource.query('SELECT * FROM session_events')]);
  expect(told).toContain(id);
  expect([...secrets].filter((secret) => told.includes(secret))).toEqual([]);
});
