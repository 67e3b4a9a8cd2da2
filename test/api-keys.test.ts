import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { ApiKeyUsage } from '../apps/auth/src/modules/api-key/index.js';
import { AssignRole, FindRole, RevokeRole } from '../apps/auth/src/modules/rbac/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import {
  bearer,
  createUser,
  createUserWith,
  createUserWithRole,
  newEmail,
  PASSWORD,
} from './support/people.js';
import { createApiKey } from './support/services.js';

const app = useApp();
const OWN = '/auth/v1/users/me/api-keys';

const make = async (user: UserView, ...permissions: PermissionName[]) => {
  const key = await createApiKey(app, user.id, ...permissions);
  return { id: key.id, authorization: `Bearer ${key.apiKey}` };
};
const call = async (
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: string,
  authorization: string,
  body?: object,
) => {
  const request = app.request()[method](`/auth/v1/${path}`).set('authorization', authorization);
  return body === undefined ? request : request.send(body);
};

describe('an API key', () => {
  it('is shown once, acts in the name of its owner within its scope, and ends when it is revoked', async () => {
    const user = await createUserWith(app, 'user:read', 'role:read');
    const authorization = await bearer(app, user);
    const { body: key } = await app
      .request()
      .post(OWN)
      .set('authorization', authorization)
      .send({ name: 'export', permissions: ['user:read', 'own_profile:read'] })
      .expect(201);
    expect(key.apiKey).toMatch(/^ask_[\w-]{64}$/);
    expect(Math.round((Date.parse(key.expiresAt) - Date.now()) / 86_400_000)).toBe(90);
    const apiKey = `Bearer ${key.apiKey}`;
    for (let turn = 0; turn < 2; turn++) {
      expect((await call('get', 'users/me', apiKey)).body.id).toBe(user.id);
      expect((await call('get', 'users', apiKey)).status).toBe(200);
      expect((await call('get', 'roles', apiKey)).status).toBe(403);
    }
    const { body: list, text } = await app.request().get(OWN).set('authorization', authorization).expect(200);
    expect(list.items).toEqual([
      expect.objectContaining({
        id: key.id,
        name: 'export',
        active: true,
        revokedAt: null,
        userEmail: user.email,
      }),
    ]);
    expect(text).not.toMatch(/ask_|hash/);
    const stored: unknown[] = await app.dataSource.query('SELECT * FROM api_keys');
    expect(JSON.stringify(stored)).not.toContain((key.apiKey as string).slice(-40));

    await app.request().delete(`${OWN}/${key.id}`).set('authorization', authorization).expect(204);
    expect((await call('get', 'users/me', apiKey)).status).toBe(401);
    await app.request().delete(`${OWN}/${key.id}`).set('authorization', authorization).expect(404);
    const { body: good } = await app.request().get(`${OWN}?active=true`).set('authorization', authorization);
    expect(good.items).toEqual([]);
    const { body: bad } = await app.request().get(`${OWN}?active=false`).set('authorization', authorization);
    expect(bad.items).toHaveLength(1);
    const events: { action: string }[] = await app.dataSource.query(
      'SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY id',
      [key.id],
    );
    expect(events.map(({ action }) => action)).toEqual(['api_key.created', 'api_key.revoked']);
  });

  it('can do no more than its owner at this moment', async () => {
    const user = await createUserWithRole(app, 'administrator');
    const { authorization } = await make(user, 'user:read', 'own_profile:read');
    expect((await call('get', 'users', authorization)).status).toBe(200);
    const roleId = (await app.app.get(FindRole).execute('administrator')) ?? '';
    await app.app.get(RevokeRole).execute(user.id, roleId);
    expect((await call('get', 'users', authorization)).status).toBe(403);
    expect((await call('get', 'users/me', authorization)).status).toBe(200);
    await app.app.get(AssignRole).execute(user.id, roleId);
    expect((await call('get', 'users', authorization)).status).toBe(200);
  });

  it('is not made for what its owner does not hold, nor for what only a login may', async () => {
    const authorization = await bearer(app, await createUserWith(app, 'user:read'));
    const status = async (permissions: unknown, more: object = {}) => {
      const body = { name: 'x', permissions, ...more };
      const answer = await app.request().post(OWN).set('authorization', authorization).send(body);
      return [answer.status, answer.body.code as unknown];
    };
    expect(await status(['user:read', 'user:delete'])).toEqual([403, 'escalation_refused']);
    expect(await status(['nothing:here'])).toEqual([403, 'escalation_refused']);
    for (const personal of [
      'own_profile:update',
      'own_session:end',
      'own_api_key:create',
      'own_api_key:revoke',
    ])
      expect(await status([personal])).toEqual([400, 'invalid_request']);
    for (const wrong of [[], ['user:*'], ['*:*'], 'user:read', [1], undefined])
      expect(await status(wrong)).toEqual([400, 'invalid_request']);
    for (const more of [{ expiresInDays: 0 }, { expiresInDays: 367 }, { userId: 'x' }])
      expect(await status(['user:read'], more)).toEqual([400, 'invalid_request']);
    expect(await status(['user:read'], { expiresInDays: 366 })).toEqual([201, undefined]);
  });

  it("cannot make keys, change what is its owner's own, log out, or enter the panel", async () => {
    const user = await createUserWithRole(app, 'superuser');
    const reading = [
      'own_profile:read',
      'own_session:read',
      'own_api_key:read',
      'own_authenticator:read',
      'panel:open',
    ] as const;
    const { authorization } = await make(user, ...reading, 'user:read');
    const body = { name: 'x', permissions: ['user:read'] };
    expect((await call('post', 'users/me/api-keys', authorization, body)).status).toBe(403);
    expect((await call('post', 'logout', authorization)).status).toBe(403);
    expect((await call('patch', 'users/me', authorization, { displayName: 'x' })).status).toBe(403);
    expect((await call('post', 'step-up', authorization, { password: PASSWORD })).status).toBe(403);
    expect((await call('get', 'users/me/authenticators', authorization)).status).toBe(200);
    const password = { currentPassword: PASSWORD, newPassword: 'another long passphrase' };
    for (const path of ['users/me/password', 'users/me/email'])
      for (const method of ['put', 'post'] as const)
        expect([403, 404, 405]).toContain((await call(method, path, authorization, password)).status);
    const panel = await app.request().get('/auth/admin/resources/users').set('authorization', authorization);
    expect(panel.status).toBe(303);
    expect(panel.headers.location).toContain('login');
    expect((await call('get', 'users/me/api-keys', authorization)).status).toBe(200);
  });

  it("keeps its scope on the ways around: own password by the administrators' route, roles, other people", async () => {
    const root = await createUserWithRole(app, 'superuser');
    const { authorization } = await make(
      root,
      'user:read',
      'user:update',
      'role:assign',
      'role:read',
      'user:create',
    );
    const superuser = (await app.app.get(FindRole).execute('superuser')) ?? '';
    const own = await call('patch', `users/${root.id}`, authorization, { email: newEmail() });
    expect([own.status, own.body.code]).toEqual([403, 'escalation_refused']);
    const helper = await createUser(app);
    const given = await call('put', `users/${helper.id}/roles/${superuser}`, authorization, {});
    expect([given.status, given.body.code]).toEqual([403, 'escalation_refused']);
    expect((await call('patch', `users/${helper.id}`, authorization, { displayName: 'x' })).status).toBe(200);
    const { id: otherRoot } = await createUserWithRole(app, 'superuser');
    expect((await call('patch', `users/${otherRoot}`, authorization, { displayName: 'x' })).status).toBe(403);
  });

  it('is refused when it is expired, another, or its owner is disabled or deleted', async () => {
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    const status = (authorization: string) =>
      call('get', 'users/me', authorization).then((answer) => answer.status);
    const disabled = await createUser(app);
    const { authorization: ofDisabled } = await make(disabled, 'own_profile:read');
    expect(await status(ofDisabled)).toBe(200);
    expect((await call('patch', `users/${disabled.id}`, root, { status: 'disabled' })).status).toBe(200);
    expect(await status(ofDisabled)).toBe(401);
    await call('patch', `users/${disabled.id}`, root, { status: 'active' });
    expect(await status(ofDisabled)).toBe(200);
    await call('delete', `users/${disabled.id}`, root);
    expect(await status(ofDisabled)).toBe(401);

    const user = await createUser(app);
    const { id, authorization } = await make(user, 'own_profile:read');
    expect(await status(`${authorization.slice(0, -2)}AA`)).toBe(401);
    expect(await status(authorization)).toBe(200);
    expect(await status(`${authorization.slice(0, -2)}AA`)).toBe(401);
    expect(await status(authorization.replace('ask_', ''))).toBe(401);
    const { id: expired, authorization: late } = await make(user, 'own_profile:read');
    await app.dataSource.query(`UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      expired,
    ]);
    expect([await status(late), await status(authorization)]).toEqual([401, 200]);
    expect(id).not.toBe(expired);
  });

  it('tells when it was last used, which is written now and then', async () => {
    const user = await createUser(app);
    const { id, authorization } = await make(user, 'own_profile:read');
    const lastUsed = async () => {
      const [row] = await app.dataSource.query('SELECT last_used_at FROM api_keys WHERE id = $1', [id]);
      return (row as { last_used_at: Date | null }).last_used_at;
    };
    for (let turn = 0; turn < 3; turn++) await call('get', 'users/me', authorization);
    expect(await lastUsed()).toBeNull();
    await app.app.get(ApiKeyUsage).flush();
    const noted = await lastUsed();
    expect(Math.abs(Date.now() - (noted?.getTime() ?? 0))).toBeLessThan(5000);
    await app.app.get(ApiKeyUsage).flush();
    expect(await lastUsed()).toEqual(noted);
  });

  it('is listed to and revoked by administrators, and by nobody else but its owner', async () => {
    const [owner, other] = [await createUser(app), await createUser(app)];
    const { id, authorization } = await make(owner, 'own_profile:read');
    await make(other, 'own_profile:read');
    const stranger = await bearer(app, other);
    await app.request().delete(`${OWN}/${id}`).set('authorization', stranger).expect(404);
    expect((await call('delete', `api-keys/${id}`, stranger)).status).toBe(403);
    expect((await call('get', 'api-keys', stranger)).status).toBe(403);
    const administrator = await bearer(app, await createUserWithRole(app, 'administrator'));
    const { body } = await call('get', `api-keys?userId=${owner.id}`, administrator);
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    expect((await call('get', `api-keys/${id}`, administrator)).body.userEmail).toBe(owner.email);
    const { body: page } = await call('get', 'api-keys?limit=1', administrator);
    const { body: rest } = await call('get', `api-keys?limit=1&cursor=${page.nextCursor}`, administrator);
    expect(rest.items[0].id).not.toBe(page.items[0].id);
    expect((await call('delete', `api-keys/${id}`, administrator)).status).toBe(204);
    expect((await call('get', 'users/me', authorization)).status).toBe(401);
  });

  it('is one of 50 at most', async () => {
    const user = await createUser(app);
    for (let count = 0; count < 50; count++) await make(user, 'own_profile:read');
    await expect(make(user, 'own_profile:read')).rejects.toMatchObject({ code: 'conflict' });
  });
});
