import { describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { UpdateServiceAccount } from '../apps/auth/src/modules/service-account/index.js';
import { useApp } from './support/app.js';
import { createUser, createUserWith, logIn } from './support/people.js';
import { createApiKey, basicHeader, createService, sendForm, serviceToken } from './support/services.js';

const app = useApp();
const introspect = async (basic: string, token: string) => {
  const { body, headers } = await sendForm(app, 'introspect', basic, { token }).expect(200);
  expect(headers['cache-control']).toBe('no-store');
  return body as Record<string, unknown>;
};
const revoke = (basic: string, token: string) => sendForm(app, 'revoke', basic, { token });
const me = async (token: string) =>
  (await app.request().get('/auth/v1/users/me').set('authorization', `Bearer ${token}`)).status;

describe('authentication of services', () => {
  it('refuses every wrong client alike, with a challenge, and audits it', async () => {
    const service = await createService(app);
    const other = await createService(app);
    const disabled = await createService(app);
    await app.app.get(UpdateServiceAccount).execute(disabled.id, { status: 'disabled' });
    const wrong = [
      basicHeader(service.id, other.clientSecret),
      basicHeader(service.id, `${service.clientSecret.slice(0, -2)}AA`),
      basicHeader(service.id, ''),
      basicHeader('nobody', service.clientSecret),
      basicHeader('01900000-0000-7000-8000-000000000000', service.clientSecret),
      disabled.basic,
      `Bearer ${service.clientSecret}`,
      'Basic !!!',
    ];
    for (const name of ['token', 'introspect', 'revoke'] as const) {
      for (const basic of wrong) {
        const form = { token: 'x', grant_type: 'client_credentials' };
        const { body, headers } = await sendForm(app, name, basic, form).expect(401);
        expect(headers['www-authenticate']).toMatch(/^Basic realm=/);
        expect(headers['content-type']).toBe('application/json; charset=utf-8');
        expect(body).toEqual({ error: 'invalid_client', error_description: expect.any(String) });
      }
      await app.request().post(`/auth/v1/oauth/${name}`).type('form').send({ token: 'x' }).expect(401);
    }
    const rows: unknown[] = await app.dataSource.query(
      `SELECT FROM audit_log WHERE action = 'service_account.authentication' AND outcome = 'failure' AND subject_id = $1`,
      [service.id],
    );
    expect(rows).toHaveLength(3 * 3);
  });

  it('takes any of several secrets, none that is removed or expired, and shows when each was used', async () => {
    const { id, basic } = await createService(app, 'user:read');
    const root = `Bearer ${await logIn(app, (await createUserWith(app, 'user:read', 'service_account:read', 'service_account:update')).email).then((t) => t.accessToken)}`;
    const path = `/auth/v1/service-accounts/${id}`;
    const { body: second } = await app
      .request()
      .post(`${path}/secrets`)
      .set('authorization', root)
      .send({ expiresAt: new Date(Date.now() + 60_000) })
      .expect(201);
    expect(second.clientSecret).toMatch(/^acs_[\w-]{64}$/);
    const secondBasic = basicHeader(id, second.clientSecret as string);
    for (const either of [basic, secondBasic]) await introspect(either, 'x');
    const { body: shown, text } = await app.request().get(path).set('authorization', root).expect(200);
    expect(shown.secrets).toHaveLength(2);
    for (const secret of shown.secrets) {
      expect(Object.keys(secret as object).sort()).toEqual(['createdAt', 'expiresAt', 'id', 'lastUsedAt']);
      expect(Date.now() - Date.parse(secret.lastUsedAt as string)).toBeLessThan(10_000);
    }
    expect(text).not.toMatch(/hash|acs_/);
    const stored: unknown[] = await app.dataSource.query('SELECT * FROM client_secrets');
    expect(JSON.stringify(stored)).not.toContain((second.clientSecret as string).slice(-40));

    const first = shown.secrets[0].id as string;
    await app.request().delete(`${path}/secrets/${first}`).set('authorization', root).expect(204);
    await app.request().delete(`${path}/secrets/${first}`).set('authorization', root).expect(404);
    await sendForm(app, 'introspect', basic, { token: 'x' }).expect(401);
    await introspect(secondBasic, 'x');
    await app.dataSource.query(`UPDATE client_secrets SET expires_at = now() - interval '1 second'`);
    await sendForm(app, 'introspect', secondBasic, { token: 'x' }).expect(401);
  });

  it.each([
    [{}, 'token'],
    [{ token: '' }, 'token'],
    [
      [
        ['token', 'a'],
        ['token', 'b'],
      ],
      'token',
    ],
    [{ token: 'x'.repeat(9000) }, 'token'],
  ])('answers a bad form %# in the words of RFC 6749', async (form, name) => {
    const { basic } = await createService(app);
    for (const endpoint of ['introspect', 'revoke']) {
      const { body } = await app
        .request()
        .post(`/auth/v1/oauth/${endpoint}`)
        .set('authorization', basic)
        .type('form')
        .send(new URLSearchParams(form as Record<string, string>).toString())
        .expect(400);
      expect(body.error).toBe('invalid_request');
      expect(body.error_description).toContain(name);
    }
  });

  it('takes forms alone, and ignores what it does not know', async () => {
    const { basic } = await createService(app);
    const json = app
      .request()
      .post('/auth/v1/oauth/introspect')
      .set('authorization', basic)
      .send({ token: 'x' });
    expect((await json.expect(400)).body.error).toBe('invalid_request');
    const extra = { token: 'x', token_type_hint: 'refresh_token', whatever: '1' };
    await sendForm(app, 'introspect', basic, extra).expect(200, { active: false });
  });
});

describe('introspection (RFC 7662)', () => {
  it('tells what a live token says, and of an ended one nothing', async () => {
    const { basic } = await createService(app);
    const user = await createUser(app);
    const tokens = await logIn(app, user.email);
    const claims = decodeJwt(tokens.accessToken);
    expect(await introspect(basic, tokens.accessToken)).toEqual({
      ...claims,
      active: true,
      token_type: 'Bearer',
    });
    expect(await introspect(basic, tokens.refreshToken)).toMatchObject({
      active: true,
      sub: user.id,
      sid: tokens.sessionId,
      client_id: 'first-party',
      iss: app.config.issuer,
    });
    await app
      .request()
      .post('/auth/v1/logout')
      .set('authorization', `Bearer ${tokens.accessToken}`)
      .expect(204);
    for (const token of [tokens.accessToken, tokens.refreshToken])
      expect(await introspect(basic, token)).toEqual({ active: false });
  });

  it('knows a refresh token that was exchanged for no good one, and does not use one up', async () => {
    const { basic } = await createService(app);
    const { refreshToken } = await logIn(app, (await createUser(app)).email);
    for (let turn = 0; turn < 3; turn++) expect((await introspect(basic, refreshToken)).active).toBe(true);
    const { body } = await app.request().post('/auth/v1/refresh').send({ refreshToken }).expect(200);
    expect(await introspect(basic, refreshToken)).toEqual({ active: false });
    expect((await introspect(basic, body.refreshToken as string)).active).toBe(true);
  });

  it.each(['x', 'a.b.c', `ask_${'a'.repeat(64)}`, 'ask_', 'a'.repeat(64), 'eyJhbGciOiJub25lIn0.e30.'])(
    'says nothing of %s',
    async (token) => {
      const { basic } = await createService(app);
      expect(await introspect(basic, token)).toEqual({ active: false });
    },
  );

  it('tells the scope of an API key as it is now, and of a disabled owner nothing', async () => {
    const { basic } = await createService(app);
    const user = await createUserWith(app, 'user:read', 'user:update');
    const { apiKey, expiresAt } = await createApiKey(app, user.id, 'user:read', 'user:update');
    expect(await introspect(basic, apiKey)).toMatchObject({
      active: true,
      sub: user.id,
      scope: 'user:read user:update',
      exp: Math.floor(expiresAt.getTime() / 1000),
    });
    await app.dataSource.query(`DELETE FROM role_assignments WHERE user_id = $1`, [user.id]);
    await app.dataSource.query(`UPDATE users SET status = 'disabled' WHERE id = $1`, [user.id]);
    const { OwnerCache } = await import('../apps/auth/src/modules/api-key/domain/owner-cache.js');
    await app.app.get(OwnerCache).invalidate(user.id);
    expect(await introspect(basic, apiKey)).toEqual({ active: false });
  });
});

describe('revocation (RFC 7009)', () => {
  it.each(['refreshToken', 'accessToken'] as const)('of an %s ends its session', async (which) => {
    const { basic, id } = await createService(app);
    const user = await createUser(app);
    const tokens = await logIn(app, user.email);
    const elsewhere = await logIn(app, user.email);
    const { text } = await revoke(basic, tokens[which]).expect(200);
    expect(text).toBe('');
    expect(await me(tokens.accessToken)).toBe(401);
    await app.request().post('/auth/v1/refresh').send({ refreshToken: tokens.refreshToken }).expect(401);
    expect(await me(elsewhere.accessToken)).toBe(200);
    await revoke(basic, tokens[which]).expect(200);
    const [event] = await app.dataSource.query(
      `SELECT actor_id, reason FROM audit_log WHERE action = 'session.ended' AND subject_id = $1`,
      [tokens.sessionId],
    );
    expect(event).toEqual({ actor_id: id, reason: 'token_revoked' });
  });

  it('of an exchanged refresh token ends the session too', async () => {
    const { basic } = await createService(app);
    const { refreshToken } = await logIn(app, (await createUser(app)).email);
    const { body } = await app.request().post('/auth/v1/refresh').send({ refreshToken }).expect(200);
    await revoke(basic, refreshToken).expect(200);
    expect(await me(body.accessToken as string)).toBe(401);
  });

  it('of an API key revokes it; of what is unknown is no error', async () => {
    const { basic } = await createService(app);
    const user = await createUser(app);
    const { apiKey } = await createApiKey(app, user.id, 'own_profile:read');
    expect(await me(apiKey)).toBe(200);
    await revoke(basic, apiKey).expect(200);
    expect(await me(apiKey)).toBe(401);
    for (const token of [apiKey, 'unknown', 'a'.repeat(64), 'a.b.c']) await revoke(basic, token).expect(200);
  });

  it("does not know how to revoke a service's own token", async () => {
    const service = await createService(app);
    const { body } = await revoke(service.basic, await serviceToken(app, service)).expect(400);
    expect(body.error).toBe('unsupported_token_type');
  });
});

describe('client_credentials (RFC 6749, section 4.4)', () => {
  it('gives a token after RFC 9068 that may what the service may', async () => {
    const service = await createService(app, 'user:read', 'role:read');
    const { body, headers } = await sendForm(app, 'token', service.basic, {
      grant_type: 'client_credentials',
    }).expect(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'role:read user:read' });
    const token = body.access_token as string;
    const { body: jwks } = await app.request().get('/auth/.well-known/jwks.json');
    const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
      typ: 'at+jwt',
      issuer: app.config.issuer,
      audience: 'auth-service',
    });
    expect(payload).toMatchObject({ sub: service.id, client_id: service.id });
    expect(payload).not.toHaveProperty('sid');
    const call = (path: string) =>
      app.request().get(`/auth/v1/${path}`).set('authorization', `Bearer ${token}`);
    await call('users').expect(200);
    await call('roles').expect(200);
    expect((await call('all-sessions').expect(403)).body.code).toBe('forbidden');
    expect(await introspect(service.basic, token)).toMatchObject({
      active: true,
      sub: service.id,
      scope: 'role:read user:read',
    });
  });

  it('narrows a token to the scope asked for, and refuses more', async () => {
    const service = await createService(app, 'user:read', 'role:read');
    const token = await serviceToken(app, service, 'role:read');
    const status = async (path: string) =>
      (await app.request().get(`/auth/v1/${path}`).set('authorization', `Bearer ${token}`)).status;
    for (let turn = 0; turn < 2; turn++)
      expect([await status('roles'), await status('users')]).toEqual([200, 403]);
    for (const scope of ['user:read user:delete', '*:*', 'nothing', ' '])
      expect(
        (await sendForm(app, 'token', service.basic, { grant_type: 'client_credentials', scope }).expect(400))
          .body.error,
      ).toBe('invalid_scope');
  });

  it('is the one grant', async () => {
    const { basic } = await createService(app);
    for (const grant_type of ['password', 'authorization_code', 'refresh_token'])
      expect((await sendForm(app, 'token', basic, { grant_type }).expect(400)).body.error).toBe(
        'unsupported_grant_type',
      );
    expect((await sendForm(app, 'token', basic, {}).expect(400)).body.error).toBe('invalid_request');
  });
});

describe('metadata (RFC 8414)', () => {
  it('stands where the issuer demands it, and names addresses that are there', async () => {
    const { body } = await app.request().get('/.well-known/oauth-authorization-server/auth').expect(200);
    expect(
      (await app.request().get('/auth/.well-known/oauth-authorization-server').expect(200)).body,
    ).toEqual(body);
    expect(body.issuer).toBe(app.config.issuer);
    const { basic } = await createService(app);
    for (const name of ['token', 'introspection', 'revocation']) {
      const { origin, pathname } = new URL(body[`${name}_endpoint`] as string);
      expect(origin).toBe(app.config.publicUrl);
      const answer = await app.request().post(pathname).set('authorization', basic).type('form').send({});
      expect(answer.body.error).toBe('invalid_request');
    }
    await app
      .request()
      .get(new URL(body.jwks_uri as string).pathname)
      .expect(200);
  });
});
