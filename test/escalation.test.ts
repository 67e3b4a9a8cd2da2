import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { RequestContext } from '../apps/auth/src/core/context/index.js';
import {
  AssignRole,
  AssignRoleToTeam,
  CreatePermission,
  CreateResource,
  CreateRole,
  FindRole,
  RequireSecondFactorForRole,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam } from '../apps/auth/src/modules/team/index.js';
import { ChangeUserStatus, type UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import {
  bearer,
  createUser,
  createUserWith,
  createUserWithRole,
  newEmail,
  PASSWORD,
} from './support/people.js';
import { createService, serviceToken } from './support/services.js';

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

describe('wildcards', () => {
  const thing = async () => {
    await app.app.get(CreateResource).execute({ key: 'thing', service: 'things' });
    await app.app.get(CreatePermission).execute({ resource: 'thing', action: 'read' });
    return roleOf('thing:*');
  };

  it('are given by those alone who hold one: they bring what is registered later, too (E1)', async () => {
    const role = await thing();
    const give = async (giver: UserView, status: number) =>
      app
        .request()
        .put(`/auth/v1/users/${giver.id}/roles/${role}`)
        .set(await as(giver))
        .expect(status);
    const single = await createUserWith(app, 'role:assign', 'thing:read');
    expect((await give(single, 403)).body.detail).toContain('thing:*');
    await give(await createUserWith(app, 'role:assign', 'thing:*'), 204);
    await give(await createUserWith(app, 'role:assign', '*:*'), 204);
    await give(await createUserWith(app, 'role:assign', 'rbac:bind'), 204);
  });

  it('are inherited by those alone who hold one (E2)', async () => {
    const role = await thing();
    const child = await roleOf();
    const put = async (editor: UserView, status: number) =>
      app
        .request()
        .put(`/auth/v1/roles/${child}/parents`)
        .set(await as(editor))
        .send({ parentIds: [role] })
        .expect(status);
    const single = await createUserWith(app, 'role:update', 'thing:read');
    expect((await put(single, 403)).body.code).toBe('escalation_refused');
    await put(await createUserWith(app, 'role:update', 'thing:*'), 200);
  });

  it('are not taken over from somebody with single permissions (E4)', async () => {
    await thing();
    const target = await createUserWith(app, 'thing:*');
    const put = async (actor: UserView, status: number) =>
      app
        .request()
        .put(`/auth/v1/users/${target.id}/password`)
        .set(await as(actor))
        .send({ password: `${PASSWORD}!` })
        .expect(status);
    await put(await createUserWith(app, 'user:set_password', 'thing:read'), 403);
    await put(await createUserWith(app, 'user:set_password', 'thing:*'), 204);
  });

  it('keep what is for own items from covering everybody’s by deleting the permission for all (V5)', async () => {
    await thing();
    const { id } = await app.app.get(CreatePermission).execute({ resource: 'thing', action: 'read_any' });
    const remove = async (actor: UserView, status: number) =>
      app
        .request()
        .delete(`/auth/v1/permissions/${id}`)
        .set(await as(actor))
        .expect(status);
    const own = await createUserWith(app, 'permission:delete', 'thing:read');
    expect((await remove(own, 403)).body.code).toBe('escalation_refused');
    await remove(await createUserWith(app, 'permission:delete', 'thing:*'), 204);
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

describe('taking over those who may do more later (E4)', () => {
  const attempts = (id: string, headers: Record<string, string>) => [
    app
      .request()
      .put(`/auth/v1/users/${id}/password`)
      .set(headers)
      .send({ password: `${PASSWORD}!` }),
    app.request().patch(`/auth/v1/users/${id}`).set(headers).send({ email: 'taken@example.test' }),
    app.request().patch(`/auth/v1/users/${id}`).set(headers).send({ status: 'active' }),
    app.request().delete(`/auth/v1/users/${id}/authenticators`).set(headers),
  ];
  /** Past the routes, which know no disabled person. */
  const enabling = (actor: { id: string }, { id }: { id: string }) => {
    const context = app.app.get(RequestContext);
    const enable = () => app.app.get(ChangeUserStatus).execute(id, 'active');
    return context.run('test', { ipAddress: '127.0.0.1', userAgent: '' }, () =>
      context.runAs({ userId: actor.id, sessionId: '' }, enable),
    );
  };
  const expectRefused = async (id: string) => {
    const headers = await as(await createUserWithRole(app, 'administrator'));
    for (const attempt of attempts(id, headers))
      expect((await attempt.expect(403)).body.code).toBe('escalation_refused');
  };

  it('is refused for disabled superusers, who may be enabled again', async () => {
    await createUserWithRole(app, 'superuser');
    const disabled = await createUserWithRole(app, 'superuser');
    await app.app.get(ChangeUserStatus).execute(disabled.id, 'disabled');
    await expectRefused(disabled.id);
    const enable = enabling(await createUserWithRole(app, 'administrator'), disabled);
    await expect(enable).rejects.toMatchObject({ code: 'escalation_refused' });
  });

  it('is refused for oneself, disabled while the request was under way', async () => {
    await createUserWithRole(app, 'superuser');
    const disabled = await createUserWithRole(app, 'administrator');
    await app.app.get(ChangeUserStatus).execute(disabled.id, 'disabled');
    await expect(enabling(disabled, disabled)).rejects.toMatchObject({ code: 'escalation_refused' });
  });

  it('is refused for superusers whose time is still to come, also by a team', async () => {
    await createUserWithRole(app, 'superuser');
    const superuser = (await app.app.get(FindRole).execute('superuser')) ?? '';
    const validFrom = new Date(Date.now() + 3_600_000);
    const direct = await createUser(app);
    await app.app.get(AssignRole).execute(direct.id, superuser, { validFrom });
    await expectRefused(direct.id);
    const member = await createUser(app);
    const { id } = await app.app.get(CreateTeam).execute({ name: 'to come' });
    await app.app.get(AssignRoleToTeam).execute(id, superuser, { validFrom, teamScoped: true });
    await app.app.get(AddTeamMembers).execute(id, [member.id]);
    await expectRefused(member.id);
  });
});

describe('a session without the second factor that a role wants', () => {
  it('has none of the role’s authority over teams', async () => {
    const administrator = await createUserWithRole(app, 'administrator');
    const roleId = (await app.app.get(FindRole).execute('administrator')) ?? '';
    await app.app.get(RequireSecondFactorForRole).execute(roleId, true);
    const { id } = await app.app.get(CreateTeam).execute({ name: 'of others' });
    const headers = await as(administrator);
    const members = `/auth/v1/users/me/teams/${id}/members`;
    await app.request().put(`${members}/${administrator.id}`).set(headers).expect(404);
    await app.request().get(members).set(headers).expect(404);
  });
});

describe('a service account', () => {
  it('invites nobody into roles or teams: its rights cannot be asked when the invitation is accepted', async () => {
    const service = await createService(app, 'team:assign', 'invitation:create');
    const headers = { authorization: `Bearer ${await serviceToken(app, service)}` };
    const { id } = await app.app.get(CreateTeam).execute({ name: 'by mail' });
    const roleIds = [await roleOf()];
    const post = (path: string, body: object) =>
      app.request().post(`/auth/v1/${path}`).set(headers).send(body);
    const invited = await post(`teams/${id}/invitations`, { email: newEmail() }).expect(403);
    expect(invited.body).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('person') });
    await post('invitations', { email: newEmail(), roleIds }).expect(403);
    expect((await post('invitations', { email: newEmail() }).expect(201)).body.invitedBy).toBeNull();
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
