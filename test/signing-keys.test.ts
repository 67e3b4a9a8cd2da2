import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { setTimeout as sleep } from 'node:timers/promises';
import { SigningKeyRepository } from '../apps/auth/src/core/crypto/index.js';
import {
  MaintainSigningKeys,
  RemoveSigningKey,
  RetireSigningKey,
  RotateSigningKey,
} from '../apps/auth/src/modules/signing-key/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import {
  bearer,
  createUser,
  createUserWith,
  createUserWithRole,
  logIn,
  type Tokens,
} from './support/people.js';

const BOUND_MS = 1000;
const apps = useCommittingApps(2);
const [one, other] = apps as readonly [TestApp, TestApp];
let email = '';
let superuser: UserView;
let root = '';

const keyOf = ({ accessToken }: Pick<Tokens, 'accessToken'>) => decodeProtectedHeader(accessToken).kid ?? '';
const me = async (instance: TestApp, token: string) =>
  (await instance.request().get('/auth/v1/users/me').set('authorization', `Bearer ${token}`)).status;
const published = async (instance: TestApp) => {
  const { body } = await instance.request().get('/auth/.well-known/jwks.json').expect(200);
  return body as { keys: Record<string, string>[] };
};
const listed = async () => {
  const { body } = await one.request().get('/auth/v1/signing-keys').set('authorization', root).expect(200);
  return body.items as { id: string; status: string; algorithm: string }[];
};
const statusOf = async (id: string) => (await one.app.get(SigningKeyRepository).find(id))?.status;
const events = async (action: string, id: string) => {
  const rows: unknown[] = await one.dataSource.query(
    'SELECT FROM audit_log WHERE action = $1 AND subject_id = $2',
    [action, id],
  );
  return rows.length;
};
/** Other instances hear of a change within a second. */
async function soon(check: () => Promise<void>): Promise<void> {
  const until = Date.now() + BOUND_MS;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(10);
    }
  }
}
const kidsOf = async (instance: TestApp) => (await published(instance)).keys.map(({ kid }) => kid);
/** As if the time had come. */
const pass = (column: 'activates_at' | 'verifies_until', id: string) =>
  one.dataSource.query(`UPDATE signing_keys SET ${column} = now() WHERE id = $1`, [id]);
const maintain = () => Promise.all(apps.map(({ app }) => app.get(MaintainSigningKeys).execute()));

beforeAll(async () => {
  ({ email } = await createUser(one));
  superuser = await createUserWithRole(one, 'superuser');
});
beforeEach(async () => {
  root = await bearer(one, superuser);
});

describe('a rotation', () => {
  it('goes by without one 401, on two instances, from publication to the end of the old key', async () => {
    let over = false;
    const seen = new Set<string>();
    const hammer = async () => {
      const answers: number[] = [];
      let tokens = await logIn(one, email);
      for (let turn = 0; !over && turn < 1000; turn++) {
        const [issuer, verifier] = turn % 2 === 0 ? [one, other] : [other, one];
        const { body } = await issuer
          .request()
          .post('/auth/v1/refresh')
          .send({ refreshToken: tokens.refreshToken })
          .expect(200);
        tokens = body as Tokens;
        seen.add(keyOf(tokens));
        answers.push(await me(verifier, tokens.accessToken), await me(issuer, tokens.accessToken));
      }
      return answers;
    };
    const users = [hammer(), hammer()];
    const before = await logIn(one, email);
    const { id } = await one.app.get(RotateSigningKey).execute();
    expect(id).not.toBe(keyOf(before));
    expect(await kidsOf(one)).toEqual([keyOf(before), id]);
    await soon(async () => expect(await kidsOf(other)).toEqual([keyOf(before), id]));
    expect(keyOf(await logIn(other, email))).toBe(keyOf(before));
    await sleep(100);

    await pass('activates_at', id);
    const acted = await maintain();
    expect(acted.filter(Boolean)).toHaveLength(1);
    expect(await events('signing_key.activated', id)).toBe(1);
    for (const instance of apps) await soon(async () => expect(keyOf(await logIn(instance, email))).toBe(id));
    await sleep(100);
    expect([await me(one, before.accessToken), await me(other, before.accessToken)]).toEqual([200, 200]);
    expect(await kidsOf(other)).toEqual([id, keyOf(before)]);

    over = true;
    const answers = (await Promise.all(users)).flat();
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    expect(seen).toEqual(new Set([keyOf(before), id]));

    await pass('verifies_until', keyOf(before));
    await maintain();
    expect(await statusOf(keyOf(before))).toBe('removed');
    for (const instance of apps)
      await soon(async () => expect(await me(instance, before.accessToken)).toBe(401));
  }, 30_000);

  it('is begun by one of several instances when the days are over, early enough to publish the key', async () => {
    expect(await maintain()).toEqual([false, false]);
    await one.dataSource.query(
      `UPDATE signing_keys SET activated_at = now() - interval '90 days' + interval '595 seconds' WHERE status = 'active'`,
    );
    expect((await maintain()).filter(Boolean)).toHaveLength(1);
    const next = await one.app.get(SigningKeyRepository).findByStatus('next');
    const ahead = ((next?.activatesAt?.getTime() ?? 0) - Date.now()) / 1000;
    expect(ahead).toBeGreaterThan(595);
    expect(ahead).toBeLessThan(601);
    expect(await maintain()).toEqual([false, false]);
    await one.app.get(RemoveSigningKey).execute(next?.id ?? '');
    await one.dataSource.query(`UPDATE signing_keys SET activated_at = now() WHERE status = 'active'`);
  });

  it.each([
    ['EdDSA', { kty: 'OKP', crv: 'Ed25519' }],
    ['RS256', { kty: 'RSA', e: 'AQAB' }],
    ['ES256', { kty: 'EC', crv: 'P-256' }],
  ])('may change to %s, at once; the published keys hold public parts alone', async (algorithm, jwk) => {
    const { body: key } = await one
      .request()
      .post('/auth/v1/signing-keys')
      .set('authorization', root)
      .send({ algorithm, activation: 'now' })
      .expect(201);
    expect(key).toMatchObject({ algorithm, status: 'active' });
    const jwks = await published(one);
    expect(jwks.keys[0]).toMatchObject({ ...jwk, kid: key.id, alg: algorithm, use: 'sig' });
    for (const { kid, ...parts } of jwks.keys) {
      expect(kid).toMatch(/^[\w-]{43}$/);
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])
        expect(parts).not.toHaveProperty(secret);
    }
    const tokens = await logIn(one, email);
    const { protectedHeader } = await jwtVerify(
      tokens.accessToken,
      createLocalJWKSet(jwks as Parameters<typeof createLocalJWKSet>[0]),
      { typ: 'at+jwt', issuer: one.config.issuer, audience: 'auth-service' },
    );
    expect(protectedHeader).toEqual({ alg: algorithm, typ: 'at+jwt', kid: key.id });
    expect([await me(one, tokens.accessToken), await me(other, tokens.accessToken)]).toEqual([200, 200]);
  });

  it('is one at a time: a key that waits stands in the way, unless it shall sign now', async () => {
    const attempts = await Promise.allSettled(apps.map(({ app }) => app.get(RotateSigningKey).execute()));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict' },
    });
    const next = await one.app.get(SigningKeyRepository).findByStatus('next');
    const signing = await other.app.get(RotateSigningKey).execute({ activation: 'now' });
    expect(signing).toMatchObject({ id: next?.id, status: 'active' });
  });

  it('takes the private part of a key away once it signs no more', async () => {
    const { id } = await one.app.get(RotateSigningKey).execute({ activation: 'now' });
    const token = await logIn(one, email);
    await one.app.get(RetireSigningKey).execute(id);
    expect(await statusOf(id)).toBe('retired');
    expect(keyOf(await logIn(one, email))).not.toBe(id);
    expect(await me(other, token.accessToken)).toBe(200);
    const rows: unknown[] = await one.dataSource.query(
      `SELECT status FROM signing_keys WHERE encrypted_private_key IS NOT NULL`,
    );
    expect(rows).toEqual([{ status: 'active' }]);
    await expect(one.app.get(RetireSigningKey).execute(id)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('an emergency removal', () => {
  it('kills the tokens of the key at once here and within a second elsewhere; another key signs at once', async () => {
    const tokens = await logIn(one, email);
    const id = keyOf(tokens);
    for (const instance of [one, other, one, other]) expect(await me(instance, tokens.accessToken)).toBe(200);
    await one.request().delete(`/auth/v1/signing-keys/${id}`).set('authorization', root).expect(204);
    const since = Date.now();
    expect(await me(one, tokens.accessToken)).toBe(401);
    while ((await me(other, tokens.accessToken)) !== 401) {
      expect(Date.now() - since).toBeLessThan(BOUND_MS);
      await sleep(5);
    }
    for (const instance of apps) {
      const fresh = await logIn(instance, email);
      expect(keyOf(fresh)).not.toBe(id);
      for (const verifier of apps) expect(await me(verifier, fresh.accessToken)).toBe(200);
      expect((await published(instance)).keys.map(({ kid }) => kid)).not.toContain(id);
    }
    const { body } = await other
      .request()
      .post('/auth/v1/refresh')
      .send({ refreshToken: tokens.refreshToken })
      .expect(200);
    expect(await me(one, body.accessToken as string)).toBe(200);
    root = await bearer(one, superuser);
    expect(await statusOf(id)).toBe('removed');
    expect(await events('signing_key.removed', id)).toBe(1);
    await one.request().delete(`/auth/v1/signing-keys/${id}`).set('authorization', root).expect(404);
  });

  it('believes a key that it has not heard of, straight after the start of its use', async () => {
    for (let turn = 0; turn < 5; turn++) {
      await one.app.get(RotateSigningKey).execute({ activation: 'now' });
      expect(await me(other, (await logIn(one, email)).accessToken)).toBe(200);
    }
  });
});

describe('the routes', () => {
  it('are for holders of their permission; an administrator has none of them', async () => {
    const administrator = await bearer(one, await createUserWithRole(one, 'administrator'));
    const reader = await bearer(one, await createUserWith(one, 'signing_key:read'));
    const id = (await listed())[0]?.id;
    for (const [authorization, read] of [
      [administrator, 403],
      [reader, 200],
    ] as const) {
      await one.request().get('/auth/v1/signing-keys').set('authorization', authorization).expect(read);
      await one
        .request()
        .post('/auth/v1/signing-keys')
        .set('authorization', authorization)
        .send({})
        .expect(403);
      await one
        .request()
        .delete(`/auth/v1/signing-keys/${id}`)
        .set('authorization', authorization)
        .expect(403);
    }
  });

  it('refuse an algorithm that is none, and unknown fields', async () => {
    for (const body of [
      { algorithm: 'HS256' },
      { algorithm: 'none' },
      { activation: 'soon' },
      { kid: 'x' },
    ]) {
      const answer = await one.request().post('/auth/v1/signing-keys').set('authorization', root).send(body);
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, Object.keys(body)[0]]);
    }
  });

  it('show no private part', async () => {
    const { text } = await one.request().get('/auth/v1/signing-keys').set('authorization', root);
    // The names of fields alone: an id may spell anything.
    expect(text).not.toMatch(/"\w*(?:private|jwk|encrypt)\w*":/i);
    expect(text).not.toMatch(/"d":/);
  });
});
