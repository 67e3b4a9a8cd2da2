import { describe, expect, it } from '@jest/globals';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, logIn, newEmail, PASSWORD } from './support/people.js';

const app = useApp();

describe('POST /auth/v1/login', () => {
  it('gives tokens for the right password, whatever the case of the address', async () => {
    const user = await createUser(app);
    const { body } = await app
      .request()
      .post('/auth/v1/login')
      .send({ email: user.email.toUpperCase(), password: PASSWORD })
      .expect(200)
      .expect('cache-control', 'no-store');
    expect(Object.keys(body).sort()).toEqual([
      'accessToken',
      'deviceToken',
      'expiresIn',
      'refreshToken',
      'sessionId',
      'tokenType',
    ]);
    expect(body.tokenType).toBe('Bearer');
    expect(body.expiresIn).toBe(300);
  });

  it('answers unknown, wrong and without a password alike', async () => {
    const user = await createUser(app);
    const withoutPassword = await createUser(app, { password: undefined });
    const answers = [];
    for (const credentials of [
      { email: newEmail(), password: PASSWORD },
      { email: user.email, password: `${PASSWORD} ` },
      { email: withoutPassword.email, password: PASSWORD },
    ]) {
      const { status, body, headers } = await app.request().post('/auth/v1/login').send(credentials);
      const { requestId: _, ...problem } = body as Record<string, unknown>;
      answers.push({ status, problem, type: headers['content-type'], names: Object.keys(headers).sort() });
    }
    expect(answers[0]).toMatchObject({ status: 401, problem: { code: 'invalid_credentials' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it.each([
    [{}, ['email', 'password']],
    [{ email: 'no address', password: PASSWORD }, ['email']],
    [{ email: 'a@example.test', password: 1 }, ['password']],
    [{ email: ['a@example.test'], password: PASSWORD }, ['email']],
    [{ email: 'a@example.test', password: PASSWORD, role: 'superuser' }, ['role']],
    [{ email: 'a@example.test', password: PASSWORD, __proto__x: 1 }, ['__proto__x']],
  ])('refuses %j and names the fields', async (credentials, fields) => {
    const { body } = await app.request().post('/auth/v1/login').send(credentials).expect(400);
    expect(body.code).toBe('invalid_request');
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual(fields);
  });

  it('says of each field what it should be, once', async () => {
    const { body } = await app.request().post('/auth/v1/login').send({ email: 1 }).expect(400);
    expect(body.errors).toEqual([
      { field: 'email', message: 'email must be an email' },
      { field: 'password', message: 'password must be a string' },
    ]);
  });

  it('refuses what is no JSON, too large, or of another type, without a stack', async () => {
    const post = () => app.request().post('/auth/v1/login');
    const broken = await post().set('content-type', 'application/json').send('{"email":').expect(400);
    expect(broken.body.code).toBe('invalid_json');
    const empty = await post().set('content-type', 'application/json').expect(400);
    expect(empty.body).toMatchObject({ code: 'invalid_json', detail: expect.stringContaining('is empty') });
    const large = await post()
      .set('content-type', 'application/json')
      .send(JSON.stringify({ email: 'x'.repeat(1_000_000) }))
      .expect(413);
    expect(large.body.code).toBe('payload_too_large');
    const xml = await post().set('content-type', 'application/xml').send('<a/>').expect(415);
    expect(xml.body.code).toBe('unsupported_media_type');
    for (const { body, headers } of [broken, large, xml]) {
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(JSON.stringify(body)).not.toMatch(/node_modules|at |Error:/);
    }
  });

  it('makes who guesses wait, and lets others in', async () => {
    const user = await createUser(app);
    const other = await createUser(app);
    const guess = () =>
      app.request().post('/auth/v1/login').send({ email: user.email, password: 'a wrong passphrase' });
    for (let attempt = 0; attempt < app.config.loginFailuresPerAccount; attempt++) await guess().expect(401);
    const { body, headers } = await guess().expect(429);
    expect(body.code).toBe('too_many_attempts');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await app.request().post('/auth/v1/login').send({ email: user.email, password: PASSWORD }).expect(429);
    await logIn(app, other.email);
  });

  it('forgets failures after the right password', async () => {
    const user = await createUser(app);
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < app.config.loginFailuresPerAccount - 1; attempt++) {
        await app
          .request()
          .post('/auth/v1/login')
          .send({ email: user.email, password: 'a wrong passphrase' })
          .expect(401);
      }
      await logIn(app, user.email);
    }
  });
});

describe('access tokens', () => {
  it('follow RFC 9068 and verify against the published keys', async () => {
    const { createLocalJWKSet, decodeProtectedHeader, jwtVerify } = await import('jose');
    const user = await createUser(app);
    const { accessToken, sessionId } = await logIn(app, user.email);
    const { body: jwks } = await app.request().get('/auth/.well-known/jwks.json').expect(200);
    expect(jwks.keys[0]).not.toHaveProperty('d');
    expect(decodeProtectedHeader(accessToken)).toEqual({
      alg: 'ES256',
      typ: 'at+jwt',
      kid: jwks.keys[0].kid,
    });
    const { payload } = await jwtVerify(accessToken, createLocalJWKSet(jwks), {
      issuer: app.config.issuer,
      audience: 'auth-service',
      typ: 'at+jwt',
    });
    expect(payload).toMatchObject({ sub: user.id, sid: sessionId, client_id: 'first-party' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    expect(payload).toHaveProperty('jti');
    expect(payload).toMatchObject({ auth_time: expect.any(Number), amr: ['pwd'], acr: 'aal1' });
    const [{ rev }] = await app.dataSource.query('SELECT rev::float8 AS rev FROM authorization_revision');
    expect(payload.arv).toBe(rev);
  });

  it('carry the authorisation revision of the moment, at each refresh anew', async () => {
    const { decodeJwt } = await import('jose');
    const user = await createUser(app);
    const first = await logIn(app, user.email);
    const before = decodeJwt(first.accessToken).arv as number;
    await createUserWith(app, 'user:read');
    const { refreshToken } = first;
    const { body } = await app.request().post('/auth/v1/refresh').send({ refreshToken }).expect(200);
    expect(decodeJwt(body.accessToken as string).arv).toBeGreaterThan(before);
  });

  it('are refused when anything of them is wrong', async () => {
    const { SignJWT, base64url, exportSPKI, importJWK } = await import('jose');
    const user = await createUser(app);
    const { accessToken } = await logIn(app, user.email);
    const [header = '', payload = '', signature = ''] = accessToken.split('.');
    const { body: jwks } = await app.request().get('/auth/.well-known/jwks.json');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const publicKey = await importJWK(jwks.keys[0], 'ES256');
    const confused = new SignJWT(claims).setProtectedHeader({
      alg: 'HS256',
      typ: 'at+jwt',
      kid: jwks.keys[0].kid,
    });
    const pem = await exportSPKI(publicKey as Parameters<typeof exportSPKI>[0]).catch(() => 'unreadable');
    const bent = base64url.encode(JSON.stringify({ ...claims, sub: '00000000-0000-7000-8000-000000000000' }));
    const tokens = [
      `${header}.${bent}.${signature}`,
      `${base64url.encode('{"alg":"none","typ":"at+jwt"}')}.${payload}.`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      await confused.sign(new TextEncoder().encode(pem)),
      'not-a-token',
      'a.b.c',
    ];
    for (const token of tokens) {
      const { body, headers } = await app
        .request()
        .get('/auth/v1/users/me')
        .set('authorization', `Bearer ${token}`)
        .expect(401);
      expect(body.code).toBe('unauthenticated');
      expect(headers['www-authenticate']).toBe('Bearer');
    }
    await app.request().get('/auth/v1/users/me').expect(401);
    await app.request().get('/auth/v1/users/me').set('authorization', `Basic ${accessToken}`).expect(401);
    await app.request().get('/auth/v1/users/me').set('authorization', `Bearer ${accessToken}`).expect(200);
  });
});

describe('POST /auth/v1/refresh', () => {
  const refresh = (refreshToken: unknown) => app.request().post('/auth/v1/refresh').send({ refreshToken });

  it('exchanges a token for its successor in the same session', async () => {
    const user = await createUser(app);
    const first = await logIn(app, user.email);
    const { body: second } = await refresh(first.refreshToken).expect(200);
    expect(second.sessionId).toBe(first.sessionId);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await app
      .request()
      .get('/auth/v1/users/me')
      .set('authorization', `Bearer ${second.accessToken}`)
      .expect(200);
    await refresh(second.refreshToken).expect(200);
  });

  it('ends the whole family when a used token comes again, and no other session', async () => {
    const user = await createUser(app);
    const other = await logIn(app, user.email);
    const first = await logIn(app, user.email);
    const { body: second } = await refresh(first.refreshToken).expect(200);
    const { body } = await refresh(first.refreshToken).expect(401);
    expect(body.code).toBe('invalid_refresh_token');
    await refresh(second.refreshToken).expect(401);
    await app
      .request()
      .get('/auth/v1/users/me')
      .set('authorization', `Bearer ${second.accessToken}`)
      .expect(401);
    await refresh(other.refreshToken).expect(200);
  });

  it.each([
    ['nothing', ''],
    ['what is no token', 'x'],
    ['one that was never issued', 'A'.repeat(64)],
    ['one that is too long', 'A'.repeat(5000)],
    ['null', null],
    ['a number', 7],
  ])('refuses %s', async (_, token) => {
    const { status, body } = await refresh(token);
    expect([400, 401]).toContain(status);
    expect(['invalid_request', 'invalid_refresh_token']).toContain(body.code);
  });

  it('keeps no token in the database', async () => {
    const user = await createUser(app);
    const { refreshToken, accessToken } = await logIn(app, user.email);
    const secret = Buffer.from(refreshToken, 'base64url').subarray(16);
    const rows: { hash: Buffer }[] = await app.dataSource.query('SELECT * FROM refresh_tokens');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.hash.equals(secret)).toBe(false);
    const everything = JSON.stringify(await app.dataSource.query('SELECT * FROM audit_log'));
    for (const text of [refreshToken, accessToken, PASSWORD]) expect(everything).not.toContain(text);
  });
});

describe('logging out', () => {
  it('ends the session at once', async () => {
    const user = await createUser(app);
    const { accessToken, refreshToken } = await logIn(app, user.email);
    const authorization = `Bearer ${accessToken}`;
    await app.request().get('/auth/v1/users/me').set({ authorization }).expect(200);
    await app.request().post('/auth/v1/logout').set({ authorization }).expect(204);
    await app.request().get('/auth/v1/users/me').set({ authorization }).expect(401);
    await app.request().post('/auth/v1/refresh').send({ refreshToken }).expect(401);
  });

  it('shows the own sessions, this one marked, and ends others', async () => {
    const user = await createUser(app);
    const stranger = await logIn(app, (await createUser(app)).email);
    const other = await logIn(app, user.email);
    const here = await logIn(app, user.email);
    const authorization = `Bearer ${here.accessToken}`;
    const { body } = await app.request().get('/auth/v1/sessions').set({ authorization }).expect(200);
    expect(body.items.map(({ id, current }: { id: string; current: boolean }) => [id, current])).toEqual([
      [here.sessionId, true],
      [other.sessionId, false],
    ]);
    await app.request().delete(`/auth/v1/sessions/${stranger.sessionId}`).set({ authorization }).expect(404);
    await app.request().delete(`/auth/v1/sessions/${other.sessionId}`).set({ authorization }).expect(204);
    await app
      .request()
      .get('/auth/v1/users/me')
      .set('authorization', `Bearer ${other.accessToken}`)
      .expect(401);
    await app
      .request()
      .get('/auth/v1/users/me')
      .set('authorization', `Bearer ${stranger.accessToken}`)
      .expect(200);
  });
});

describe('security headers', () => {
  it('stand on every answer, errors included', async () => {
    const authorization = await bearer(app, await createUser(app));
    const answers = [
      await app.request().get('/'),
      await app.request().get('/nowhere'),
      await app.request().get('/auth/v1/users/me'),
      await app.request().get('/auth/v1/users/me').set({ authorization }),
      await app.request().get('/auth/admin'),
      await app.request().get('/auth/admin/nowhere'),
      await app.request().post('/auth/v1/login').set('content-type', 'application/json').send('{'),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBeDefined();
      expect(headers['x-request-id']).toBeDefined();
    }
  });

  it('keep a request id that was given, if it is one', async () => {
    await app.request().get('/').set('x-request-id', 'trace-1').expect('x-request-id', 'trace-1');
    const { headers } = await app.request().get('/').set('x-request-id', 'bad id <script>');
    expect(headers['x-request-id']).toMatch(/^[\w-]+$/);
  });
});
