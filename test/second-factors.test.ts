import { describe, expect, it } from '@jest/globals';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { createUser, createUserWith, createUserWithRole, newEmail, PASSWORD } from './support/people.js';
import { addSecondFactor } from './support/second-factor.js';
import { CodeApp } from './support/totp.js';

const mailbox = useMailbox();
const app = useApp(() => ({ SMTP_URL: mailbox.url, EMAIL_LOGIN: 'on', STEP_UP_SECONDS: '300' }));

const OWN = '/users/me/authenticators';
const post = (path: string, body: object = {}) => app.request().post(`/auth/v1${path}`).send(body);
const login = (email: string, more: object = {}) => post('/login', { email, password: PASSWORD, ...more });

function client(accessToken: string) {
  const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
    app.request()[method](`/auth/v1${path}`).set('authorization', `Bearer ${accessToken}`).send(body);
  return { call };
}

/** A user with an app, and what it gave out. */
async function withApp(user: Pick<UserView, 'email'>) {
  const { authorization, ...factor } = await addSecondFactor(app, user);
  return { me: client(authorization.slice('Bearer '.length)), ...factor };
}

async function challengeFor(email: string) {
  const { body } = await login(email).expect(401);
  expect(body).toMatchObject({ code: 'second_factor_required', expiresIn: 300 });
  return body as { challenge: string; methods: string[] };
}

const claimsOf = (accessToken: string) =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
const makeOld = (email: string) =>
  app.dataSource.query(
    `UPDATE sessions SET authenticated_at = now() - interval '1 hour' WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [email],
  );

describe('codes of an app', () => {
  it('are asked for once the app is set up, and strengthen the session at once', async () => {
    const user = await createUser(app);
    const { me, codes, recoveryCodes, enrolment } = await withApp(user);
    expect(enrolment).toMatchObject({
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Auth%20Service/),
      picture: expect.stringMatching(/^<svg/),
    });
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    // The same session may go on with what wants a second factor.
    await me.call('post', `${OWN}/recovery-codes`).expect(201);

    const { challenge, methods } = await challengeFor(user.email);
    expect(methods).toEqual(['totp', 'recovery_code']);
    const { body } = await post('/login/second-factor', {
      challenge,
      method: 'totp',
      code: codes.code(),
    }).expect(200);
    expect(claimsOf(body.accessToken as string)).toMatchObject({ amr: ['pwd', 'otp'], acr: 'aal2' });
    await client(body.accessToken as string)
      .call('get', '/users/me')
      .expect(200);
  });

  it('work once, and a challenge works once', async () => {
    const user = await createUser(app);
    const { codes } = await withApp(user);
    const code = codes.code();
    const first = await challengeFor(user.email);
    await post('/login/second-factor', { ...pick(first), method: 'totp', code }).expect(200);
    const again = await post('/login/second-factor', { ...pick(first), method: 'totp', code: codes.code(1) });
    expect([again.status, again.body.code]).toEqual([410, 'invalid_link']);
    const second = await challengeFor(user.email);
    const replayed = await post('/login/second-factor', { ...pick(second), method: 'totp', code }).expect(
      401,
    );
    expect(replayed.body).toMatchObject({ code: 'invalid_code', errors: [{ field: 'code' }] });
    await post('/login/second-factor', { ...pick(second), method: 'totp', code: codes.code(1) }).expect(200);
  });

  it('cannot be guessed: a challenge allows five tries, an account ten in a while', async () => {
    const user = await createUser(app);
    const { codes } = await withApp(user);
    const guess = (challenge: string) =>
      post('/login/second-factor', { challenge, method: 'totp', code: '000000' });
    const statuses: number[] = [];
    const first = await challengeFor(user.email);
    for (let count = 0; count < 6; count++) statuses.push((await guess(first.challenge)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 410]);
    const second = await challengeFor(user.email);
    for (let count = 0; count < 5; count++) await guess(second.challenge).expect(401);
    const third = await challengeFor(user.email);
    const refused = await guess(third.challenge).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    // Nor does the right one help now.
    await post('/login/second-factor', { ...pick(third), method: 'totp', code: codes.code() }).expect(429);
    const [{ count }] = await app.dataSource.query(
      `SELECT count(*)::int FROM audit_log WHERE action = 'authenticator.verified' AND outcome = 'failure' AND subject_id = $1`,
      [user.id],
    );
    expect(count).toBe(10);
  });

  it('are not asked for before the first right code, and a second app is refused', async () => {
    const user = await createUser(app);
    const { body } = await login(user.email).expect(200);
    const me = client(body.accessToken as string);
    const one = (await me.call('post', `${OWN}/totp`).expect(201)).body;
    await login(user.email).expect(200);
    const two = (await me.call('post', `${OWN}/totp`).expect(201)).body;
    expect(two.secret).not.toBe(one.secret);
    const old = new CodeApp(one.secret as string).code();
    await me.call('post', `${OWN}/totp/confirm`, { code: old }).expect(401);
    await me
      .call('post', `${OWN}/totp/confirm`, { code: new CodeApp(two.secret as string).code() })
      .expect(200);
    await me.call('post', `${OWN}/totp`).expect(409);
  });

  it('keep their secret encrypted', async () => {
    const user = await createUser(app);
    const { enrolment } = await withApp(user);
    const [{ secret }] = await app.dataSource.query(
      'SELECT secret FROM totp_authenticators WHERE user_id = $1',
      [user.id],
    );
    const plain = Buffer.from(base32(enrolment.secret));
    expect((secret as Buffer).includes(plain)).toBe(false);
    expect((secret as Buffer).length).toBeGreaterThan(plain.length);
  });

  it('are not asked for any more once the app is removed, with its recovery codes', async () => {
    const user = await createUser(app);
    const { me } = await withApp(user);
    await me.call('delete', `${OWN}/totp`).expect(204);
    await me.call('delete', `${OWN}/totp`).expect(404);
    await login(user.email).expect(200);
    const { body } = await me.call('get', OWN).expect(200);
    expect(body).toEqual({ totp: null, recoveryCodes: 0, passkeys: [], rememberedDevices: [] });
  });
});

describe('recovery codes', () => {
  it('work once each, however they are typed, and are hashed', async () => {
    const user = await createUser(app);
    const { recoveryCodes, me } = await withApp(user);
    const [code = ''] = recoveryCodes;
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
    const use = async (text: string) => {
      const { challenge } = await challengeFor(user.email);
      return post('/login/second-factor', { challenge, method: 'recovery_code', code: text });
    };
    expect((await use(typed)).status).toBe(200);
    expect((await use(code)).status).toBe(401);
    expect((await me.call('get', OWN)).body.recoveryCodes).toBe(9);
    const { body } = await me.call('post', `${OWN}/recovery-codes`).expect(201);
    expect((await use(recoveryCodes[1] ?? '')).status).toBe(401);
    expect((await use(body.recoveryCodes[0] as string)).status).toBe(200);
    const rows = JSON.stringify(await app.dataSource.query('SELECT * FROM recovery_codes'));
    expect(rows).not.toContain(code);
  });

  it('are for those alone who have another factor', async () => {
    const { body } = await login((await createUser(app)).email).expect(200);
    await client(body.accessToken as string)
      .call('post', `${OWN}/recovery-codes`)
      .expect(409);
  });
});

describe('a remembered device', () => {
  it('is not asked for a second factor, until it is forgotten or the password changes', async () => {
    const user = await createUser(app);
    const { codes, me } = await withApp(user);
    const { challenge } = await challengeFor(user.email);
    const { body } = await post('/login/second-factor', {
      challenge,
      method: 'totp',
      code: codes.code(),
      rememberDevice: true,
    }).expect(200);
    const { deviceToken } = body as { deviceToken: string };
    const known = await login(user.email, { deviceToken }).expect(200);
    expect(claimsOf(known.body.accessToken as string)).toMatchObject({ amr: ['pwd'], acr: 'aal1' });
    // Of somebody else it is worth nothing.
    const other = await createUser(app);
    await withApp(other);
    await login(other.email, { deviceToken }).expect(401);

    // What matters wants the factor there, too.
    const weak = client(known.body.accessToken as string);
    const refused = await weak.call('delete', `${OWN}/totp`).expect(401);
    expect(refused.headers['www-authenticate']).toContain('acr_values="aal2"');

    const { rememberedDevices } = (await me.call('get', OWN)).body as { rememberedDevices: { id: string }[] };
    await me.call('delete', `${OWN}/devices/${rememberedDevices[0]?.id ?? ''}`).expect(204);
    await login(user.email, { deviceToken }).expect(401);
  });

  it('is forgotten when the password changes', async () => {
    const user = await createUser(app);
    const { codes, me } = await withApp(user);
    const { challenge } = await challengeFor(user.email);
    const { body } = await post('/login/second-factor', {
      challenge,
      method: 'totp',
      code: codes.code(),
      rememberDevice: true,
    }).expect(200);
    const password = `${PASSWORD} anew`;
    await me.call('put', '/users/me/password', { currentPassword: PASSWORD, password }).expect(204);
    const { deviceToken } = body as { deviceToken: string };
    await post('/login', { email: user.email, password, deviceToken }).expect(401);
  });
});

describe('showing once more who one is', () => {
  it('is wanted for what matters when the login is long ago, and a password is enough without a factor', async () => {
    const user = await createUser(app);
    const { body } = await login(user.email).expect(200);
    const me = client(body.accessToken as string);
    await makeOld(user.email);
    await me.call('get', OWN).expect(200);
    const refused = await me.call('post', `${OWN}/totp`).expect(401);
    expect(refused.body.code).toBe('insufficient_user_authentication');
    expect(refused.headers['www-authenticate']).toBe(
      'Bearer error="insufficient_user_authentication", max_age="300"',
    );
    await me.call('post', '/step-up', { method: 'password', password: 'not my password' }).expect(401);
    const stepped = await me.call('post', '/step-up', { method: 'password', password: PASSWORD }).expect(200);
    const { auth_time } = claimsOf(stepped.body.accessToken as string);
    expect(Math.abs(Number(auth_time) - Date.now() / 1000)).toBeLessThan(5);
    await me.call('post', `${OWN}/totp`).expect(201);
  });

  it('takes the second factor of who has one, not the password', async () => {
    const user = await createUser(app);
    const { me, codes } = await withApp(user);
    await makeOld(user.email);
    await me.call('post', '/step-up', { method: 'password', password: PASSWORD }).expect(401);
    const { body } = await me.call('post', '/step-up', { method: 'totp', code: codes.code() }).expect(200);
    expect(claimsOf(body.accessToken as string)).toMatchObject({ acr: 'aal2', amr: ['otp', 'pwd'] });
    await me.call('delete', `${OWN}/totp`).expect(204);
  });
});

describe('a role that wants a second factor', () => {
  it('holds only in sessions that were opened with one', async () => {
    const admin = client(
      (await login((await createUserWithRole(app, 'superuser')).email)).body.accessToken as string,
    );
    const user = await createUserWith(app, 'user:read');
    const [{ roleId }] = (await admin.call('get', `/users/${user.id}/roles`)).body.items ?? [{}];
    const { body } = await login(user.email).expect(200);
    const me = client(body.accessToken as string);
    await me.call('get', '/users').expect(200);
    const role = await admin
      .call('put', `/roles/${roleId as string}/second-factor`, { required: true })
      .expect(200);
    expect(role.body.requiresSecondFactor).toBe(true);
    await me.call('get', '/users').expect(403);
    await me.call('get', '/users/me').expect(200);

    const { me: strong, codes } = await withApp(user);
    await strong.call('get', '/users').expect(200);
    await me.call('get', '/users').expect(403);
    const { challenge } = await challengeFor(user.email);
    const second = await post('/login/second-factor', { challenge, method: 'totp', code: codes.code() });
    await client(second.body.accessToken as string)
      .call('get', '/users')
      .expect(200);
  });

  it('spares no remembered device', async () => {
    const admin = client(
      (await login((await createUserWithRole(app, 'superuser')).email)).body.accessToken as string,
    );
    const user = await createUserWith(app, 'user:read');
    const { codes } = await withApp(user);
    const { challenge } = await challengeFor(user.email);
    const { body } = await post('/login/second-factor', {
      challenge,
      method: 'totp',
      code: codes.code(),
      rememberDevice: true,
    }).expect(200);
    const { deviceToken } = body as { deviceToken: string };
    await login(user.email, { deviceToken }).expect(200);
    const [{ roleId }] = (await admin.call('get', `/users/${user.id}/roles`)).body.items ?? [{}];
    await admin.call('put', `/roles/${roleId as string}/second-factor`, { required: true }).expect(200);
    await login(user.email, { deviceToken }).expect(401);
  });

  it('does not open the panel to who has none, and says what to do', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const admin = client((await login(superuser.email)).body.accessToken as string);
    const [{ id }] = await app.dataSource.query(`SELECT id FROM roles WHERE name = 'superuser'`);
    await admin.call('put', `/roles/${id as string}/second-factor`, { required: true }).expect(200);
    const answer = await app
      .request()
      .post('/auth/admin/login')
      .set('origin', app.config.publicUrl)
      .type('form')
      .send({ email: superuser.email, password: PASSWORD });
    expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    expect(answer.text).toContain('Set one up under /auth/account/security first.');
  });

  it('is declared by those alone who hold what it holds', async () => {
    const weak = client(
      (await login((await createUserWith(app, 'role:update')).email)).body.accessToken as string,
    );
    const [{ id }] = await app.dataSource.query(`SELECT id FROM roles WHERE name = 'superuser'`);
    const refused = await weak.call('put', `/roles/${id as string}/second-factor`, { required: true });
    expect([refused.status, refused.body.code]).toEqual([403, 'escalation_refused']);
  });
});

describe('an administrator', () => {
  it('removes the factors of somebody with fewer rights; sessions end and a mail tells it', async () => {
    const admin = client(
      (await login((await createUserWithRole(app, 'administrator')).email)).body.accessToken as string,
    );
    const user = await createUser(app);
    const { me } = await withApp(user);
    const path = `/users/${user.id}/authenticators`;
    expect((await admin.call('get', path).expect(200)).body.totp).not.toBeNull();
    await admin.call('delete', path).expect(204);
    await me.call('get', '/users/me').expect(401);
    await login(user.email).expect(200);
    await app.app.get(MailDelivery).deliver();
    expect(mailbox.take(user.email).subject).toBe('Your second factors were removed');
  });

  it('does not remove those of somebody with more rights', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const admin = client(
      (await login((await createUserWithRole(app, 'administrator')).email)).body.accessToken as string,
    );
    const { body } = await admin.call('delete', `/users/${superuser.id}/authenticators`).expect(403);
    expect(body.code).toBe('escalation_refused');
  });
});

describe('a login by mail', () => {
  const ask = async (email: string, kind: 'code' | 'link') =>
    (await post('/login/email', { email, kind }).expect(202)).body.challenge as string;
  const mailTo = async (email: string) => {
    await app.app.get(MailDelivery).deliver();
    return mailbox.take(email);
  };
  const codeOf = (text: string) => /\b\d{8}\b/.exec(text)?.[0] ?? '';

  it('takes the code once, from who asked for it alone', async () => {
    const { email } = await createUser(app);
    const challenge = await ask(email, 'code');
    const code = codeOf((await mailTo(email)).text);
    const stranger = await ask(newEmail(), 'code');
    await post('/login/email/code', { challenge: stranger, code }).expect(401);
    const { body } = await post('/login/email/code', { challenge, code }).expect(200);
    expect(claimsOf(body.accessToken as string)).toMatchObject({ amr: ['email'], acr: 'aal1' });
    await post('/login/email/code', { challenge, code }).expect(401);
  });

  it('takes a link, and asks for the second factor, too', async () => {
    const user = await createUser(app);
    const { codes } = await withApp(user);
    const challenge = await ask(user.email, 'link');
    const { link } = await mailTo(user.email);
    const code = new URL(link).searchParams.get('code') ?? '';
    const waiting = await post('/login/email/code', { challenge, code }).expect(401);
    expect(waiting.body.code).toBe('second_factor_required');
    const { body } = await post('/login/second-factor', {
      challenge: waiting.body.challenge as string,
      method: 'totp',
      code: codes.code(),
    }).expect(200);
    expect(claimsOf(body.accessToken as string)).toMatchObject({ amr: ['email', 'otp'], acr: 'aal2' });
  });

  it('allows five tries', async () => {
    const { email } = await createUser(app);
    const challenge = await ask(email, 'code');
    const code = codeOf((await mailTo(email)).text);
    const wrong = code === '00000000' ? '11111111' : '00000000';
    for (let count = 0; count < 5; count++)
      await post('/login/email/code', { challenge, code: wrong }).expect(401);
    await post('/login/email/code', { challenge, code }).expect(401);
  });

  it('answers an unknown address alike, and writes nothing to it', async () => {
    const email = newEmail();
    expect(await ask(email, 'code')).toHaveLength(64);
    await app.app.get(MailDelivery).deliver();
    expect(mailbox.mails).toEqual([]);
  });
});

const pick = ({ challenge }: { challenge: string }) => ({ challenge });

function base32(text: string): number[] {
  const bits = Array.from(text)
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2));
}
