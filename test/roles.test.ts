import { beforeEach, describe, expect, it } from '@jest/globals';
import { FindRole } from '../apps/auth/src/modules/rbac/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

const app = useApp();
let authorization: string;
beforeEach(async () => {
  authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
});

const send = (method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string, body?: object) => {
  const request = app.request()[method](`/auth/v1${path}`).set({ authorization });
  return body === undefined ? request : request.send(body);
};
const as = async (user: { email: string }) => ({ authorization: await bearer(app, user) });

describe('the catalogue', () => {
  it('takes resources and permissions, and gives them back', async () => {
    const { body: resource } = await send('post', '/resources', { key: 'deal', service: 'crm' }).expect(201);
    const { body: permission } = await send('post', '/permissions', {
      resource: 'deal',
      action: 'read',
    }).expect(201);
    expect(permission).toMatchObject({ name: 'deal:read', deprecatedAt: null });
    await send('patch', `/resources/${resource.id}`, { description: 'Deals' }).expect(200);
    expect((await send('get', `/resources/${resource.id}`)).body.description).toBe('Deals');
    const { body: deprecated } = await send('patch', `/permissions/${permission.id}`, { deprecated: true });
    expect(deprecated.deprecatedAt).not.toBeNull();
    const { body: inUse } = await send('delete', `/resources/${resource.id}`).expect(409);
    expect(inUse.code).toBe('still_in_use');
    await send('delete', `/permissions/${permission.id}`).expect(204);
    await send('delete', `/resources/${resource.id}`).expect(204);
    await send('get', `/resources/${resource.id}`).expect(404);
  });

  it('holds the permissions of the service itself', async () => {
    const { body } = await send('get', '/permissions?limit=200&search=user').expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toContain('user:set_password');
  });

  it('refuses doubles, unknown resources and names that are none', async () => {
    await send('post', '/resources', { key: 'deal', service: 'crm' }).expect(201);
    expect((await send('post', '/resources', { key: 'deal', service: 'x' }).expect(409)).body.code).toBe(
      'already_exists',
    );
    for (const key of ['Deal', 'de al', '*', '1deal', '', 'x'.repeat(65)])
      expect((await send('post', '/resources', { key, service: 'x' }).expect(400)).body.errors[0].field).toBe(
        'key',
      );
    const { body } = await send('post', '/permissions', { resource: 'nowhere', action: 'read' });
    expect(body).toMatchObject({ status: 400, errors: [{ field: 'resource' }] });
  });
});

describe('roles', () => {
  it('are made, changed, given, taken and deleted', async () => {
    const { body: role } = await send('post', '/roles', {
      name: 'Reader',
      permissions: ['user:read'],
    }).expect(201);
    expect(role).toMatchObject({ name: 'Reader', isSystem: false, permissions: ['user:read'] });
    const user = await createUser(app);
    const own = await as(user);
    await app.request().get('/auth/v1/users').set(own).expect(403);
    await send('put', `/users/${user.id}/roles/${role.id}`).expect(204);
    await app.request().get('/auth/v1/users').set(own).expect(200);
    expect((await send('delete', `/roles/${role.id}`).expect(409)).body.code).toBe('still_in_use');

    const permissions = ['role:read', 'session:*'];
    const { body: set } = await send('put', `/roles/${role.id}/permissions`, { permissions }).expect(200);
    expect([...set.permissions].sort()).toEqual(permissions);
    await app.request().get('/auth/v1/users').set(own).expect(403);
    await app.request().get('/auth/v1/roles').set(own).expect(200);

    await send('delete', `/users/${user.id}/roles/${role.id}`).expect(204);
    await app.request().get('/auth/v1/roles').set(own).expect(403);
    await send('delete', `/users/${user.id}/roles/${role.id}`).expect(404);
    await send('delete', `/roles/${role.id}`).expect(204);
    await send('get', `/roles/${role.id}`).expect(404);
  });

  it('are not changed by the permissions that they hold', async () => {
    const permissions = ['session:*', 'user:read'];
    const { headers } = await send('post', '/roles', { name: 'Writer', permissions }).expect(201);
    const { body: role } = await send('post', '/roles', { name: 'Reader', permissions: [] }).expect(201);
    // Those who follow learn of a role that holds nothing too.
    const { text: news } = await send('get', `/authorization/changes?since=${headers['x-authz-revision']}`);
    expect(news).toContain(role.id);
    await send('put', `/roles/${role.id}/permissions`, { permissions }).expect(200);
    const again = { permissions: ['user:read', 'session:*', 'user:read'] };
    const { body: unchanged } = await send('put', `/roles/${role.id}/permissions`, again).expect(200);
    expect((await send('get', `/roles/${role.id}`).expect(200)).body).toMatchObject(unchanged);
    const { body: log } = await send('get', `/audit-log?subjectType=role&subjectId=${role.id}`).expect(200);
    expect(log.items.map((event: { action: string }) => event.action)).toEqual([
      'role.permissions_set',
      'role.created',
    ]);
  });

  it('show the effective permissions of a user, wildcards replaced', async () => {
    const user = await createUserWith(app, 'session:*', 'user:read');
    const { body } = await send('get', `/users/${user.id}/permissions`).expect(200);
    expect([...body.permissions].sort()).toEqual([
      'own_api_key:create',
      'own_api_key:read',
      'own_api_key:revoke',
      'own_authenticator:manage',
      'own_authenticator:read',
      'own_profile:read',
      'own_profile:update',
      'own_session:end',
      'own_session:read',
      'own_team:leave',
      'own_team:manage',
      'own_team:read',
      'session:end',
      'session:read',
      'user:read',
    ]);
  });

  it('hold within their window alone', async () => {
    const user = await createUser(app);
    const roleId = await app.app.get(FindRole).execute('administrator');
    const path = `/users/${user.id}/roles/${roleId}`;
    const own = await as(user);
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await send('put', path, { validFrom: later }).expect(204);
    await app.request().get('/auth/v1/users').set(own).expect(403);
    const validUntil = new Date(Date.now() + 400).toISOString();
    await send('put', path, { validFrom: '2026-01-01T00:00:00Z', validUntil }).expect(204);
    await app.request().get('/auth/v1/users').set(own).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await app.request().get('/auth/v1/users').set(own).expect(403);
    const { body } = await send('put', path, { validFrom: later, validUntil }).expect(400);
    expect(body.errors[0].field).toBe('validUntil');
  });

  it('cannot be changed when they are built in', async () => {
    for (const name of ['superuser', 'administrator', 'member']) {
      const id = await app.app.get(FindRole).execute(name);
      expect((await send('patch', `/roles/${id}`, { name: 'other' }).expect(409)).body.code).toBe(
        'system_role',
      );
      await send('put', `/roles/${id}/permissions`, { permissions: [] }).expect(409);
      await send('delete', `/roles/${id}`).expect(409);
    }
  });

  it('refuse unknown permissions, doubled names and stale versions', async () => {
    const { body: unknown } = await send('post', '/roles', { name: 'R', permissions: ['deal:read'] });
    expect(unknown).toMatchObject({ status: 400, errors: [{ field: 'permissions' }] });
    const { body: role } = await send('post', '/roles', { name: 'R' }).expect(201);
    expect((await send('post', '/roles', { name: 'R' }).expect(409)).body.errors[0].field).toBe('name');
    await send('patch', `/roles/${role.id}`, { description: 'x' }).set('If-Match', '"9"').expect(412);
    for (const permissions of ['user:read', [1], ['user'], ['*'], ['user:read:all'], Array(1001).fill('a:b')])
      await send('put', `/roles/${role.id}/permissions`, { permissions }).expect(400);
  });
});
