import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { CreateRole, FindRole } from '../apps/auth/src/modules/rbac/index.js';
import { type TestApp, useApp, useCommittingApps } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole, PASSWORD } from './support/people.js';

const app = useApp();
const instances = useCommittingApps(2);

const roleOf = async (...permissions: PermissionName[]) =>
  (await app.app.get(CreateRole).execute({ name: `role of ${permissions.join()}`, permissions })).id;
const as = async (user: { email: string }) => ({ authorization: await bearer(app, user) });

describe('giving roles (E1)', () => {
  it('needs all that the role brings, or rbac:bind', async () => {
    const target = await createUser(app);
    const role = await roleOf('user:read', 'audit:read');
    const put = (headers: object) =>
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
    const put = (headers: object, permissions: string[]) =>
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
    const holder = await createUserWith(app, 'role:update', 'session:read', 'session:delete');
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

  it('stay: one of two who remove each other at the same moment fails (E6)', async () => {
    const [first, second] = instances as [TestApp, TestApp];
    const roleId = await first.app.get(FindRole).execute('superuser');
    const removals = [
      (id: string) => `delete /auth/v1/users/${id}/roles/${roleId}`,
      (id: string) => `delete /auth/v1/users/${id}`,
    ];
    const keeper = await createUserWithRole(first, 'superuser');
    for (let round = 0; round < 8; round++) {
      const pair = [keeper, await createUserWithRole(second, 'superuser')] as const;
      const tokens = [await bearer(first, pair[0]), await bearer(second, pair[1])] as const;
      const paths = pair.map(
        ({ id }) => (removals[round % 2] as (id: string) => string)(id).split(' ')[1] ?? '',
      );
      const answers = await Promise.all([
        first
          .request()
          .delete(paths[1] ?? '')
          .set('authorization', tokens[0]),
        second
          .request()
          .delete(paths[0] ?? '')
          .set('authorization', tokens[1]),
      ]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      const [{ count }] = await first.dataSource.query(
        `SELECT count(*)::int AS count FROM role_assignments a JOIN users u ON u.id = a.user_id
         WHERE a.role_id = $1 AND u.deleted_at IS NULL AND u.status = 'active'`,
        [roleId],
      );
      expect(count).toBe(1);
      if (answers[0]?.status !== 204) {
        // The other one is left: begin anew with a keeper who is there.
        await first.dataSource.query(`UPDATE users SET deleted_at = NULL WHERE id = $1`, [keeper.id]);
        break;
      }
    }
  });
});
