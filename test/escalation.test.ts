import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { CreateRole, FindRole } from '../apps/auth/src/modules/rbac/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole, PASSWORD } from './support/people.js';

const app = useApp();

const roleOf = async (...permissions: PermissionName[]) =>
  (await app.app.get(CreateRole).execute({ name: `role of ${permissions.join()}`, permissions })).id;
const as = async (user: { email: string }) => ({ authorization: await bearer(app, user) });

describe('giving roles (E1)', () => {
  it('needs all that the role brings, or rbac:bind', async () => {
    const target = await createUser(app);
    const role = await roleOf('user:read', 'audit:read');
    const put = (headers: { authorization: string }) =>
      app.request().put(`/auth/v1/users/${target.id}/roles/${role}`).set(headers);
    const { body } = await put(await as(await createUserWith(app, 'role:assign', 'user:read'))).expect(403);
    expect(body).toMatchObject({ code: 'escalation_refused', detail: expect.stringContaining('audit:read') });
    await put(await as(await createUserWith(app, 'role:assign', 'user:read', 'audit:read'))).expect(204);
    await put(await as(await createUserWith(app, 'role:assign', 'rbac:bind'))).expect(204);
  });

  it('keeps administrators from becoming superusers', async () => {
    const administrator = await createUserWithRole(app, 'administrator');
    const superuser = await app.app.get(FindRole).execute('superuser');
    const headers = await as(administrator);
    const put = app.request().put(`/auth/v1/users/${administrator.id}/roles/${superuser}`);
    expect((await put.set(headers).expect(403)).body.code).toBe('escalation_refused');
  });
});

describe('editing roles (E2)', () => {
  it('needs all that results, or rbac:escalate', async () => {
    const role = await roleOf('user:read');
    const put = (headers: { authorization: string }, permissions: string[]) =>
      app.request().put(`/auth/v1/roles/${role}/permissions`).set(headers).send({ permissions });
    const editor = await as(await createUserWith(app, 'role:update', 'user:read'));
    await put(editor, ['user:read', 'audit:read']).expect(403);
    await put(editor, ['user:read']).expect(200);
    await put(await as(await createUserWith(app, 'role:update', 'rbac:escalate')), ['audit:read']).expect(
      200,
    );
  });

  it('needs rbac:escalate for a wildcard, whatever is held', async () => {
    const role = await roleOf();
    const holder = await createUserWith(app, 'role:update', 'session:read', 'session:end');
    const put = app
      .request()
      .put(`/auth/v1/roles/${role}/permissions`)
      .set(await as(holder));
    expect((await put.send({ permissions: ['session:*'] }).expect(403)).body.detail).toContain(
      'rbac:escalate',
    );
  });

  it('holds for new roles too', async () => {
    const headers = await as(await createUserWith(app, 'role:create'));
    const post = app.request().post('/auth/v1/roles').set(headers);
    await post.send({ name: 'more', permissions: ['user:delete'] }).expect(403);
  });
});

describe('taking people over (E4)', () => {
  it('needs all that they may do', async () => {
    const above = await createUserWith(app, 'audit:read');
    const beside = await createUser(app);
    await createUserWithRole(app, 'superuser');
    const headers = await as(await createUserWith(app, 'user:set_password', 'user:update', 'user:delete'));
    const attempts = (id: string) => [
      app
        .request()
        .put(`/auth/v1/users/${id}/password`)
        .set(headers)
        .send({ password: `${PASSWORD}!` }),
      app.request().patch(`/auth/v1/users/${id}`).set(headers).send({ email: 'taken@example.test' }),
      app.request().patch(`/auth/v1/users/${id}`).set(headers).send({ status: 'disabled' }),
      app.request().delete(`/auth/v1/users/${id}`).set(headers),
    ];
    for (const attempt of attempts(above.id))
      expect((await attempt.expect(403)).body.code).toBe('escalation_refused');
    for (const attempt of attempts(beside.id)) expect((await attempt).status).toBeLessThan(300);
  });
});

describe('superusers', () => {
  it('do not take their own role away, nor limit it (E5)', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await createUserWithRole(app, 'superuser');
    const roleId = await app.app.get(FindRole).execute('superuser');
    const path = `/auth/v1/users/${superuser.id}/roles/${roleId}`;
    const headers = await as(superuser);
    expect((await app.request().delete(path).set(headers).expect(409)).body.code).toBe('conflict');
    const validUntil = new Date(Date.now() + 60_000).toISOString();
    const limited = await app.request().put(path).set(headers).send({ validUntil }).expect(409);
    expect(limited.body.code).toBe('conflict');
  });

  it('stay: the last one cannot be disabled or deleted (E6)', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const headers = await as(superuser);
    const path = `/auth/v1/users/${superuser.id}`;
    const disabled = await app.request().patch(path).set(headers).send({ status: 'disabled' }).expect(409);
    expect(disabled.body.code).toBe('last_superuser');
    await app.request().delete(path).set(headers).expect(409);
    await app.request().get('/auth/v1/users/me').set(headers).expect(200);
  });
});
