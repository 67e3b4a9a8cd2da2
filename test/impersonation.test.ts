import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { decodeJwt } from 'jose';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'supertest';
import { v7 } from 'uuid';
import { AssignRole, CreateRole, GrantPermission, RevokeRole } from '../apps/auth/src/modules/rbac/index.js';
import { ChangeUserStatus, type UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import {
  createUser,
  createUserWith,
  createUserWithRole,
  logIn,
  PASSWORD,
  type Tokens,
} from './support/people.js';

const app = useApp();
const REASON = 'a ticket of theirs';
const RIGHTS: PermissionName[] = [
  'user:impersonate',
  'user:read',
  'user:update',
  'user:set_password',
  'role:read',
  'role:assign',
  'session:read',
  'audit:read',
  'service_account:create',
  'rbac:bind',
  'rbac:escalate',
];

const as = ({ accessToken }: Pick<Tokens, 'accessToken'>) => {
  const send = (method: 'get' | 'post' | 'put' | 'patch' | 'delete') => (path: string, body?: object) =>
    app
      .request()
      [method](`/auth/v1${path}`)
      .set({ authorization: `Bearer ${accessToken}` })
      .send(body);
  return {
    get: send('get'),
    post: send('post'),
    put: send('put'),
    patch: send('patch'),
    delete: send('delete'),
  };
};
const impersonate = (own: Tokens, { id }: UserView, reason: unknown = REASON) =>
  as(own).post(`/users/${id}/impersonation`, { reason });
const begin = async (own: Tokens, user: UserView) => {
  const { body } = await impersonate(own, user).expect(201);
  return body as Tokens;
};
const rowOf = async (sessionId: string) => {
  const [row] = await app.dataSource.query<Record<string, unknown>[]>(
    'SELECT * FROM sessions WHERE id = $1',
    [sessionId],
  );
  return row;
};
const auditOf = (action: string) =>
  app.dataSource.query<Record<string, unknown>[]>(
    'SELECT * FROM audit_log WHERE action = $1 ORDER BY id DESC',
    [action],
  );
/** How a session has ended, which takes a second at most; null when it has not. */
async function endOf(sessionId: string): Promise<unknown> {
  const until = Date.now() + 1000;
  while (Date.now() < until) {
    const { end_reason: reason } = (await rowOf(sessionId)) ?? {};
    if (reason != null) return reason;
    await sleep(50);
  }
  return null;
}
const roleWith = (...permissions: PermissionName[]) =>
  app.app.get(CreateRole).execute({ name: v7(), permissions });

async function expectNotWhileImpersonating(path: string, answer: PromiseLike<Response>): Promise<void> {
  const { status, body } = await answer;
  expect([path, status, body.code]).toEqual([path, 403, 'not_while_impersonating']);
}

let admin: UserView;
let adminRole: string;
let own: Tokens;
let person: UserView;
beforeEach(async () => {
  await createUserWithRole(app, 'superuser');
  admin = await createUser(app);
  adminRole = (await roleWith(...RIGHTS)).id;
  await app.app.get(AssignRole).execute(admin.id, adminRole);
  own = await logIn(app, admin.email);
  person = await createUserWith(app, 'user:read', 'user:update', 'role:assign', 'user:set_password');
});

describe('acting in the name of somebody else', () => {
  it('answers an access token that names both, and no refresh token', async () => {
    const tokens = await begin(own, person);
    const { expiresIn } = tokens as unknown as { expiresIn: number };
    expect(expiresIn).toBeGreaterThan(295);
    expect(tokens).toEqual({
      accessToken: expect.any(String),
      tokenType: 'Bearer',
      expiresIn,
      sessionId: expect.any(String),
    });
    expect(decodeJwt(tokens.accessToken)).toMatchObject({
      sub: person.id,
      act: { sub: admin.id },
      sid: tokens.sessionId,
    });
    const { body: me } = await as(tokens).get('/users/me').expect(200);
    expect(me.id).toBe(person.id);
    expect(await rowOf(tokens.sessionId)).toMatchObject({
      user_id: person.id,
      impersonator_id: admin.id,
      impersonator_session_id: own.sessionId,
      login_method: 'impersonation',
    });
  });

  it('is told with its reason, and everything done in it with both', async () => {
    const tokens = await begin(own, person);
    expect((await auditOf('user.impersonated'))[0]).toMatchObject({
      actor_id: admin.id,
      impersonator_id: null,
      subject_id: person.id,
      reason: REASON,
    });
    await as(tokens).get('/roles').expect(403);
    expect((await auditOf('access.denied'))[0]).toMatchObject({
      actor_id: person.id,
      impersonator_id: admin.id,
    });
    await as(tokens).post('/logout').expect(204);
    expect((await auditOf('session.ended'))[0]).toMatchObject({
      actor_id: person.id,
      impersonator_id: admin.id,
      subject_id: tokens.sessionId,
    });
  });

  it('is found in the log by the administrator, and nothing else is', async () => {
    const tokens = await begin(own, person);
    await as(tokens).post('/logout').expect(204);
    const reader = await logIn(app, (await createUserWith(app, 'audit:read')).email);
    const { body } = await as(reader).get(`/audit-log?impersonatorId=${admin.id}`).expect(200);
    const found = body.items as { action: string; actorId: string; impersonatorId: string }[];
    expect(found.map(({ action }) => action)).toContain('session.ended');
    expect(new Set(found.map(({ impersonatorId }) => impersonatorId))).toEqual(new Set([admin.id]));
    expect(new Set(found.map(({ actorId }) => actorId))).toEqual(new Set([person.id]));
    await as(reader).get('/audit-log?impersonatorId=somebody').expect(400);
  });

  it('stands in the list of sessions of the person and in its story, without the place of the administrator', async () => {
    const { sessionId } = await begin(own, person);
    const theirs = await logIn(app, person.email);
    const { body } = await as(theirs).get('/sessions').expect(200);
    const listed = (body.items as Record<string, unknown>[]).find(({ id }) => id === sessionId);
    expect(listed).toMatchObject({
      impersonatorEmail: admin.email,
      method: 'impersonation',
      ipAddress: '',
      device: '',
    });
    const story = await as(theirs).get(`/sessions/${sessionId}/story`).expect(200);
    expect(story.body.items).toEqual([
      expect.objectContaining({
        text: `${admin.email} began to act in this person's name.`,
        ipAddress: null,
        device: null,
      }),
    ]);
    const all = await as(own).get(`/all-sessions/${sessionId}`).expect(200);
    expect(all.body).toMatchObject({
      impersonatorId: admin.id,
      ipAddress: expect.stringContaining('127.0.0.1'),
    });
  });

  it.each([
    ['too short', 'ab'],
    ['blank', '    '],
    ['too long', 'x'.repeat(501)],
    ['no text', 7],
    ['missing', undefined],
  ])('wants a reason: %s', async (_, reason) => {
    const { body } = await as(own)
      .post(`/users/${person.id}/impersonation`, reason === undefined ? {} : { reason })
      .expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'reason' })]);
  });
});

describe('nobody acts', () => {
  const refused = async (status: number, code: string, user: UserView = person, tokens = own) => {
    const { body } = await impersonate(tokens, user).expect(status);
    expect(body.code).toBe(code);
  };

  it('without the permission', async () => {
    const other = await createUserWith(app, 'user:read', 'user:update');
    await refused(403, 'forbidden', person, await logIn(app, other.email));
  });

  it('as somebody who may more (E4), now or later', async () => {
    await refused(403, 'escalation_refused', await createUserWith(app, 'team:read'));
    const later = await createUser(app);
    await app.app.get(AssignRole).execute(later.id, (await roleWith('team:read')).id, {
      validFrom: new Date(Date.now() + 3600_000),
    });
    await refused(403, 'escalation_refused', later);
  });

  it('as themselves, a disabled user or nobody', async () => {
    await refused(409, 'impersonation_refused', admin);
    await app.app.get(ChangeUserStatus).execute(person.id, 'disabled');
    await refused(409, 'impersonation_refused');
    await refused(404, 'not_found', { ...person, id: v7() });
  });

  it('out of another impersonation', async () => {
    const colleague = await createUserWith(app, 'user:impersonate', 'user:read');
    await refused(403, 'not_while_impersonating', person, await begin(own, colleague));
  });

  it('by an API key, whatever it is given', async () => {
    const { body: denied } = await as(own)
      .post('/users/me/api-keys', { name: 'key', permissions: ['user:impersonate'] })
      .expect(400);
    expect(denied.errors).toEqual([expect.objectContaining({ field: 'permissions' })]);
    const { body } = await as(own)
      .post('/users/me/api-keys', { name: 'key', permissions: ['user:read'] })
      .expect(201);
    await app.dataSource.query(`UPDATE api_keys SET permissions = '{user:*,user:impersonate}'`);
    const { status } = await impersonate({ ...own, accessToken: body.key as string }, person);
    expect([401, 403]).toContain(status);
  });

  it('whose login is long ago', async () => {
    await app.dataSource.query(
      `UPDATE sessions SET authenticated_at = now() - interval '1 hour' WHERE id = $1`,
      [own.sessionId],
    );
    const { body, headers } = await impersonate(own, person).expect(401);
    expect(body.code).toBe('insufficient_user_authentication');
    expect(headers['www-authenticate']).toContain('max_age="600"');
    await as(own).post('/step-up', { method: 'password', password: PASSWORD }).expect(200);
    await impersonate(own, person).expect(201);
  });
});

describe('in the name of somebody else', () => {
  it('what is their own is read, never changed', async () => {
    const me = as(await begin(own, person));
    await me.get('/users/me').expect(200);
    await me.get('/sessions').expect(200);
    for (const [method, path, body] of [
      ['patch', '/users/me', { displayName: 'x' }],
      ['put', '/users/me/password', { currentPassword: PASSWORD, password: `${PASSWORD}!` }],
      ['put', '/users/me/email', { email: 'new@example.test', password: PASSWORD }],
      ['post', '/users/me/close', { password: PASSWORD }],
      ['post', '/users/me/authenticators/totp', {}],
      ['post', '/users/me/api-keys', { name: 'key', permissions: ['user:read'] }],
      ['post', '/step-up', { method: 'password', password: PASSWORD }],
      ['delete', '/sessions', {}],
    ] as const)
      await expectNotWhileImpersonating(path, me[method](path, body));
  });

  it("nobody's rights and nobody's account are changed, one's own least of all", async () => {
    const me = as(await begin(own, person));
    const role = await roleWith('user:read');
    const other = await createUser(app);
    for (const [method, path, body] of [
      ['put', `/users/${admin.id}/roles/${role.id}`, {}],
      ['put', `/users/${other.id}/password`, { password: `${PASSWORD}!` }],
      ['patch', `/users/${other.id}`, { displayName: 'x' }],
    ] as const)
      await expectNotWhileImpersonating(path, me[method](path, body));
  });

  it('rights that the person gets later and the administrator lacks open nothing, and end it', async () => {
    const tokens = await begin(own, person);
    await app.app.get(GrantPermission).execute(person.id, 'team:read');
    const { body } = await as(tokens).get('/teams').expect(403);
    expect(body.code).toBe('forbidden');
    expect(await endOf(tokens.sessionId)).toBe('impersonation_ended');
    await as(tokens).get('/users/me').expect(401);
  });
});

describe('it ends', () => {
  const expectOver = async (tokens: Tokens) => as(tokens).get('/users/me').expect(401);

  it('with its time, which the session of the administrator bounds too', async () => {
    const tokens = await begin(own, person);
    await app.dataSource.query(`UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      tokens.sessionId,
    ]);
    await app.dataSource.query(
      `UPDATE sessions SET expires_at = clock_timestamp() + interval '30 seconds' WHERE id = $1`,
      [own.sessionId],
    );
    const later = await begin(own, person);
    expect(Number((await rowOf(later.sessionId))?.expires_at) - Date.now()).toBeLessThan(31_000);
    expect(Number(decodeJwt(later.accessToken).exp) * 1000 - Date.now()).toBeLessThan(31_000);
  });

  it('with logging out', async () => {
    const tokens = await begin(own, person);
    await as(tokens).post('/logout').expect(204);
    await expectOver(tokens);
    await as(own).get('/users/me').expect(200);
  });

  it('with the session of the administrator, and tells why', async () => {
    const tokens = await begin(own, person);
    await as(tokens).get('/users/me').expect(200);
    await as(own).post('/logout').expect(204);
    await expectOver(tokens);
    expect(await rowOf(tokens.sessionId)).toMatchObject({
      end_reason: 'impersonation_ended',
      ended_from: null,
    });
    expect(await rowOf(own.sessionId)).toMatchObject({ end_reason: 'logout' });
  });

  it('when the administrator is disabled', async () => {
    const tokens = await begin(own, person);
    await as(tokens).get('/users/me').expect(200);
    await app.app.get(ChangeUserStatus).execute(admin.id, 'disabled');
    await expectOver(tokens);
  });

  it('when the administrator ends all their other sessions', async () => {
    const second = await logIn(app, admin.email);
    const [here, there] = [await begin(own, person), await begin(second, person)];
    await as(own).delete('/sessions').expect(204);
    await expectOver(there);
    await as(here).get('/users/me').expect(200);
  });

  it('when the right is taken away', async () => {
    const tokens = await begin(own, person);
    await as(tokens).get('/users/me').expect(200);
    await app.app.get(RevokeRole).execute(admin.id, adminRole);
    await expectOver(tokens);
    expect(await endOf(tokens.sessionId)).toBe('impersonation_ended');
  });

  it('when the person ends it', async () => {
    const tokens = await begin(own, person);
    const theirs = await logIn(app, person.email);
    await as(theirs).delete(`/sessions/${tokens.sessionId}`).expect(204);
    await expectOver(tokens);
    await as(own).get('/users/me').expect(200);
  });
});
