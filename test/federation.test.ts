import { describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { AddUser } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { CLIENT_ID, CLIENT_SECRET, useOpenIdProvider } from './support/openid-provider.js';
import { createUser, createUserWithRole, logIn, newEmail, PASSWORD } from './support/people.js';
import { CodeApp } from './support/totp.js';

const ORIGIN = 'https://id.example.test';
const RETURN_URL = 'https://app.example.test/back?from=login';
const provider = useOpenIdProvider();
const other = useOpenIdProvider();
const mailbox = useMailbox();
process.env.TEST_PROVIDER_SECRET = CLIENT_SECRET;

const app = useApp(() => {
  const file = join(mkdtempSync(join(tmpdir(), 'providers-')), 'providers.json');
  const common = { clientId: CLIENT_ID, clientSecretEnv: 'TEST_PROVIDER_SECRET' };
  const providers = {
    acme: { ...common, issuer: provider.issuer, label: 'Acme', createUsers: true, domains: ['example.test'] },
    strict: { ...common, issuer: provider.issuer, label: 'Strict' },
    other: { ...common, issuer: other.issuer, label: 'Other', createUsers: true },
    gone: { ...common, issuer: 'http://127.0.0.1:9', label: 'Gone' },
  };
  writeFileSync(file, JSON.stringify(providers));
  return {
    PUBLIC_URL: ORIGIN,
    SMTP_URL: mailbox.url,
    TEST_PROVIDER_SECRET: CLIENT_SECRET,
    IDENTITY_PROVIDERS_FILE: file,
    FEDERATION_RETURN_URLS: RETURN_URL,
  };
});

const page = (path: string) => `/auth/account${path}`;
const cookieOf = (headers: Record<string, unknown>, name: string): string => {
  const cookies = (headers['set-cookie'] as string[] | undefined) ?? [];
  return cookies.find((cookie) => cookie.startsWith(`__Host-${name}=`))?.split(';')[0] ?? '';
};
const linkOf = (text: string): string => (/url=([^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');

/** Sends the browser off; what it keeps and where it goes. */
async function begin(name = 'acme', body: object = {}) {
  const answer = await app
    .request()
    .post(page(`/federation/${name}`))
    .set('origin', ORIGIN)
    .type('form')
    .send(body);
  expect(answer.status).toBe(200);
  return { url: linkOf(answer.text), cookie: cookieOf(answer.headers, 'auth-federation') };
}

const comeBack = (query: URLSearchParams, cookie: string, name = 'acme') =>
  app
    .request()
    .get(page(`/federation/${name}/callback?${query.toString()}`))
    .set('cookie', cookie);

const person = (overrides: object = {}) => ({
  sub: randomBytes(8).toString('hex'),
  email: newEmail(),
  email_verified: true,
  name: 'Ada Lovelace',
  ...overrides,
});

/** A whole login of an honest browser. */
async function logInAs(claims: object, name = 'acme') {
  const { url, cookie } = await begin(name);
  const answer = await comeBack(provider.authorize(url, claims as Record<string, unknown>), cookie, name);
  return { answer, session: cookieOf(answer.headers, 'auth-session') };
}

const emailIn = async (session: string) => {
  const { text } = await app.request().get(page('')).set('cookie', session).expect(200);
  return /Your address is <strong>([^<]+)</.exec(text)?.[1];
};

describe('a login at another provider', () => {
  it('sends along state, nonce and a PKCE challenge, and makes an account by rule', async () => {
    const claims = person();
    const { url, cookie } = await begin('acme', { returnTo: '/auth/account/sessions' });
    const asked = Object.fromEntries(new URL(url).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: `${ORIGIN}/auth/account/federation/acme/callback`,
      code_challenge_method: 'S256',
      scope: 'openid email profile',
    });
    expect(asked.state).toHaveLength(64);
    expect(asked.nonce?.length).toBeGreaterThan(30);
    const answer = await comeBack(provider.authorize(url, claims), cookie).expect(200);
    expect(linkOf(answer.text)).toBe('/auth/account/sessions');
    const session = cookieOf(answer.headers, 'auth-session');
    expect(await emailIn(session)).toBe(claims.email);
    const rows = await app.dataSource.query(
      `SELECT login_method AS method, amr FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1`,
      [claims.email],
    );
    expect(rows).toEqual([{ method: 'federated', amr: ['fed'] }]);

    // The next time it is the same account, whatever the address has become there.
    const again = await logInAs({ ...claims, email: newEmail(), email_verified: false });
    expect(await emailIn(again.session)).toBe(claims.email);
  });

  it('binds the cookie of the way there to the host, and not to scripts', async () => {
    const answer = await app
      .request()
      .post(page('/federation/acme'))
      .set('origin', ORIGIN)
      .type('form')
      .send({});
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(
      /^__Host-auth-federation=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
  });

  it('is begun by our own pages alone', async () => {
    const foreign = app
      .request()
      .post(page('/federation/acme'))
      .set('origin', 'https://evil.example')
      .type('form');
    expect((await foreign.send({})).status).toBe(403);
    expect((await app.request().post(page('/federation/nobody')).set('origin', ORIGIN).send()).status).toBe(
      404,
    );
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/%5cevil.example',
    'https://id.example.test@evil.example',
  ])('does not lead to %s', async (returnTo) => {
    const { url, cookie } = await begin('acme', { returnTo });
    const answer = await comeBack(provider.authorize(url, person()), cookie).expect(200);
    expect(linkOf(answer.text)).toBe('/auth/account');
  });

  it('asks for the second factor of who has one', async () => {
    const user = await app.app
      .get(AddUser)
      .execute({ email: newEmail() }, { passwordHash: null, emailVerified: true });
    const { session } = await logInAs(person({ email: user.email }));
    const send = (path: string, body: object = {}) =>
      app.request().post(page(path)).set({ origin: ORIGIN, cookie: session }).type('form').send(body);
    const secret = /<code>([A-Z2-7]+)<\/code>/.exec((await send('/totp')).text)?.[1] ?? '';
    await send('/totp/confirm', { code: new CodeApp(secret).code(-1) }).expect(200);
    const { answer } = await logInAs({ ...person({ email: user.email }) });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('One more step');
    expect(cookieOf(answer.headers, 'auth-session')).toBe('');
  });
});

describe('an account with the same address', () => {
  it('is linked when both have shown that the address is theirs, and told by mail', async () => {
    const user = await app.app
      .get(AddUser)
      .execute({ email: newEmail() }, { passwordHash: null, emailVerified: true });
    const { session } = await logInAs(person({ email: user.email }));
    expect(await emailIn(session)).toBe(user.email);
    await app.app.get(MailDelivery).deliver();
    expect(mailbox.take(user.email).subject).toBe('A new way into your account');
  });

  it('is never linked to an address that the provider has not confirmed', async () => {
    const user = await app.app
      .get(AddUser)
      .execute({ email: newEmail() }, { passwordHash: null, emailVerified: true });
    for (const claims of [
      { email_verified: false },
      { email_verified: 'true' },
      { email_verified: undefined },
    ]) {
      const { answer, session } = await logInAs(person({ email: user.email, ...claims }));
      expect([answer.status, session]).toEqual([403, '']);
    }
    expect(await app.dataSource.query('SELECT FROM federated_identities')).toEqual([]);
  });

  it('made by somebody else in advance does not survive its true owner', async () => {
    await createUserWithRole(app, 'superuser');
    const made = await createUser(app);
    expect(made.emailVerified).toBe(false);
    const { accessToken, refreshToken } = await logIn(app, made.email);
    const attacker = { authorization: `Bearer ${accessToken}` };
    const { body } = await app
      .request()
      .post('/auth/v1/users/me/authenticators/totp')
      .set(attacker)
      .expect(201);
    await app
      .request()
      .post('/auth/v1/users/me/authenticators/totp/confirm')
      .set(attacker)
      .send({ code: new CodeApp(body.secret as string).code() })
      .expect(200);

    const key = await app
      .request()
      .post('/auth/v1/users/me/api-keys')
      .set(attacker)
      .send({ name: 'kept', permissions: ['own_profile:read'], expiresInDays: 30 })
      .expect(201);
    const byKey = () =>
      app
        .request()
        .get('/auth/v1/users/me')
        .set('authorization', `Bearer ${key.body.apiKey as string}`);
    await byKey().expect(200);

    const { session } = await logInAs(person({ email: made.email }));
    expect(await emailIn(session)).toBe(made.email);
    await byKey().expect(401);
    await app.request().get('/auth/v1/users/me').set(attacker).expect(401);
    await app.request().post('/auth/v1/refresh').send({ refreshToken }).expect(401);
    await app.request().post('/auth/v1/login').send({ email: made.email, password: PASSWORD }).expect(401);
    const events = await app.dataSource.query(
      `SELECT action FROM audit_log WHERE subject_id = $1 AND action = 'user.taken_over'`,
      [made.id],
    );
    expect(events).toHaveLength(1);
  });

  it('is not made where the rules say so: no creation, foreign domain, disabled', async () => {
    await createUserWithRole(app, 'superuser');
    expect((await logInAs(person(), 'strict')).answer.status).toBe(403);
    expect((await logInAs(person({ email: 'eve@elsewhere.example' }))).answer.status).toBe(403);
    expect((await logInAs(person({ email: 'eve@example.test.evil.example' }))).answer.status).toBe(403);
    const claims = person();
    await logInAs(claims);
    await app.dataSource.query(`UPDATE users SET status = 'disabled' WHERE email = $1`, [claims.email]);
    expect((await logInAs(claims)).answer.status).toBe(403);
  });
});

describe('a hostile answer', () => {
  const now = () => Math.floor(Date.now() / 1000);
  it.each([
    ['another nonce', { claims: { nonce: 'x' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'somebody' } }],
    ['several audiences without azp', { claims: { aud: [CLIENT_ID, 'somebody'] } }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['no subject', { claims: { sub: undefined } }],
    ['an expired token', { claims: { exp: now() - 600, iat: now() - 900 } }],
    ['a foreign key', { foreignKey: true }],
    ['no signature', { algorithm: 'none' as const }],
    ['HS256 with the client secret', { algorithm: 'HS256' as const }],
  ])('with %s is refused', async (_, lies) => {
    provider.lies = lies;
    const { answer, session } = await logInAs(person());
    expect([answer.status, session]).toEqual([403, '']);
    expect(answer.text).not.toContain(CLIENT_SECRET);
    expect(await app.dataSource.query('SELECT FROM federated_identities')).toEqual([]);
    const failures = await app.dataSource.query(
      `SELECT reason FROM audit_log WHERE action = 'auth.login' AND outcome = 'failure'`,
    );
    expect(failures).toEqual([{ reason: 'federation_refused' }]);
  });

  it('in another browser, without the cookie, or a second time is refused', async () => {
    const victim = await begin();
    const attacker = await begin();
    const query = provider.authorize(attacker.url, person());
    await comeBack(query, victim.cookie).expect(403);
    await comeBack(query, '').expect(403);
    await comeBack(query, attacker.cookie).expect(200);
    await comeBack(query, attacker.cookie).expect(403);
  });

  it('of one provider is worth nothing at the callback of another', async () => {
    const mixed = await begin('other');
    const stolen = provider.authorize(mixed.url, person());
    await comeBack(stolen, mixed.cookie, 'acme').expect(403);
    // The issuer in the answer is that of the wrong one (RFC 9207).
    await comeBack(stolen, mixed.cookie, 'other').expect(403);
  });

  it('with a made-up state or code, or an error, is refused', async () => {
    const { url, cookie } = await begin();
    const query = provider.authorize(url, person());
    await comeBack(
      new URLSearchParams({ ...Object.fromEntries(query), state: 'x'.repeat(64) }),
      cookie,
    ).expect(403);
    await comeBack(new URLSearchParams({ ...Object.fromEntries(query), code: 'made-up' }), cookie).expect(
      403,
    );
    const second = await begin();
    const state = new URL(second.url).searchParams.get('state') ?? '';
    const denied = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer });
    const answer = await comeBack(denied, second.cookie).expect(403);
    expect(answer.text).toContain('The login was cancelled.');
  });
});

describe('a provider that does not answer', () => {
  it('is told with 503 and Retry-After, soon, and stands in the way of nothing else', async () => {
    const began = Date.now();
    const answer = await app
      .request()
      .post(page('/federation/gone'))
      .set('origin', ORIGIN)
      .type('form')
      .send({});
    expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([503, true]);
    expect(Date.now() - began).toBeLessThan(2500);
    await logIn(app, (await createUser(app)).email);
  });

  it('at the callback, too', async () => {
    const slow = await begin();
    provider.lies = { delaySeconds: 4 };
    const began = Date.now();
    await comeBack(provider.authorize(slow.url, person()), slow.cookie).expect(503);
    expect(Date.now() - began).toBeLessThan(3500);
    const broken = await begin();
    provider.lies = { status: 500 };
    await comeBack(provider.authorize(broken.url, person()), broken.cookie).expect(503);
  });
});

describe('linking by hand', () => {
  const linkFrom = async (cookie: string) => {
    const answer = await app
      .request()
      .post(page('/federation/acme/link'))
      .set({ origin: ORIGIN, cookie })
      .type('form')
      .send({});
    return { answer, url: linkOf(answer.text), cookie: cookieOf(answer.headers, 'auth-federation') };
  };
  const sessionOf = async (email: string) => {
    const answer = await app
      .request()
      .post(page('/login'))
      .set('origin', ORIGIN)
      .type('form')
      .send({ email, password: PASSWORD });
    return cookieOf(answer.headers, 'auth-session');
  };

  it('needs a recent login, links even an unconfirmed address, and unlinking leaves a way in', async () => {
    const user = await createUser(app);
    const session = await sessionOf(user.email);
    const claims = person({ email_verified: false });
    const linking = await linkFrom(session);
    const answer = await comeBack(provider.authorize(linking.url, claims), linking.cookie).expect(200);
    expect(linkOf(answer.text)).toBe('/auth/account/security?done=identity-linked');
    expect(cookieOf(answer.headers, 'auth-session')).toBe('');
    expect(await emailIn((await logInAs(claims)).session)).toBe(user.email);

    const { accessToken } = await logIn(app, user.email);
    const authorization = `Bearer ${accessToken}`;
    const mine = '/auth/v1/users/me/identities';
    const { body } = await app.request().get(mine).set({ authorization }).expect(200);
    expect(body).toMatchObject([{ label: 'Acme', email: claims.email }]);
    await app.dataSource.query('DELETE FROM user_passwords WHERE user_id = $1', [user.id]);
    const only = await app
      .request()
      .delete(`${mine}/${body[0].id as string}`)
      .set({ authorization });
    expect([only.status, only.body.code]).toEqual([409, 'last_way_in']);

    await app.dataSource.query(`UPDATE sessions SET authenticated_at = now() - interval '1 hour'`);
    const late = await linkFrom(session);
    expect([late.answer.status, late.answer.headers.location]).toEqual([
      303,
      '/auth/account/confirm?returnTo=/auth/account/security',
    ]);
  });

  it('does not take an identity from somebody else', async () => {
    const claims = person();
    await logInAs(claims);
    const session = await sessionOf((await createUser(app)).email);
    const linking = await linkFrom(session);
    await comeBack(provider.authorize(linking.url, claims), linking.cookie).expect(409);
  });
});

describe('an app', () => {
  const verifier = randomBytes(32).toString('base64url');
  const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
  const authorize = (query: object) => app.request().get(page('/federation/acme/authorize')).query(query);
  const exchange = (body: object) => app.request().post('/auth/v1/federation/exchange').send(body);

  it('gets the tokens with its own verifier, once', async () => {
    const claims = person();
    const begun = await authorize({ returnUrl: RETURN_URL, codeChallenge }).expect(200);
    const cookie = cookieOf(begun.headers, 'auth-federation');
    const answer = await comeBack(provider.authorize(linkOf(begun.text), claims), cookie).expect(200);
    const url = new URL(linkOf(answer.text));
    expect(url.href).toMatch(/^https:\/\/app\.example\.test\/back\?from=login&code=/);
    expect(cookieOf(answer.headers, 'auth-session')).toBe('');
    const code = url.searchParams.get('code') ?? '';
    const { body } = await exchange({ code, codeVerifier: verifier }).expect(200);
    const me = await app
      .request()
      .get('/auth/v1/users/me')
      .set('authorization', `Bearer ${body.accessToken as string}`)
      .expect(200);
    expect(me.body).toMatchObject({ email: claims.email, displayName: 'Ada Lovelace', emailVerified: true });
    await exchange({ code, codeVerifier: verifier }).expect(410);
  });

  it('without its verifier gets nothing', async () => {
    const begun = await authorize({ returnUrl: RETURN_URL, codeChallenge }).expect(200);
    const cookie = cookieOf(begun.headers, 'auth-federation');
    const answer = await comeBack(provider.authorize(linkOf(begun.text), person()), cookie);
    const code = new URL(linkOf(answer.text)).searchParams.get('code') ?? '';
    await exchange({ code, codeVerifier: randomBytes(32).toString('base64url') }).expect(410);
  });

  it.each([
    'https://evil.example/',
    'https://app.example.test/back',
    'https://app.example.test/back?from=login&x=1',
    'https://app.example.test@evil.example/back?from=login',
    '//app.example.test/back?from=login',
    '',
  ])('is not led back to %j', async (returnUrl) => {
    await authorize({ returnUrl, codeChallenge }).expect(400);
  });
});
