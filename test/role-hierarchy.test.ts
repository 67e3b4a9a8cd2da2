import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { AssignRole, CreateRole, FindRole, SetRoleParents } from '../apps/auth/src/modules/rbac/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

const app = useApp();
let count = 0;

const roleOf = async (...permissions: PermissionName[]) =>
  (await app.app.get(CreateRole).execute({ name: `role ${++count}`, permissions })).id;
const inherit = (id: string, ...parents: string[]) => app.app.get(SetRoleParents).execute(id, parents);
const as = async (user: { email: string }) => ({ authorization: await bearer(app, user) });
const superuser = async () => as(await createUserWithRole(app, 'superuser'));
const putParents = (id: string, parentIds: unknown, headers: Record<string, string>) =>
  app.request().put(`/auth/v1/roles/${id}/parents`).set(headers).send({ parentIds });
const permissionsOf = async (userId: string): Promise<string[]> => {
  const answer = await app
    .request()
    .get(`/auth/v1/users/${userId}/permissions`)
    .set(await superuser());
  return (answer.body as { permissions: string[] }).permissions.filter((name) => !name.startsWith('own_'));
};

describe('a role with parents', () => {
  it('brings what they bring, along every way, and loses it with them', async () => {
    const headers = await superuser();
    const [lead, seller, reader] = [
      await roleOf('user:update'),
      await roleOf('audit:read'),
      await roleOf('user:read'),
    ];
    const user = await createUser(app);
    await app.app.get(AssignRole).execute(user.id, lead);
    await putParents(seller, [reader], headers).expect(200);
    const { body, headers: answered } = await putParents(lead, [seller], headers).expect(200);
    expect(body).toMatchObject({ id: lead, parentIds: [seller] });
    expect(Number(answered['x-authz-revision'])).toBeGreaterThan(0);
    expect(await permissionsOf(user.id)).toEqual(['audit:read', 'user:read', 'user:update']);
    await app
      .request()
      .put(`/auth/v1/roles/${reader}/permissions`)
      .set(headers)
      .send({ permissions: ['session:read'] })
      .expect(200);
    expect(await permissionsOf(user.id)).toEqual(['audit:read', 'session:read', 'user:update']);
    await putParents(lead, [], headers).expect(200);
    expect(await permissionsOf(user.id)).toEqual(['user:update']);
  });

  it('is refused when it would inherit from itself, and the way is named', async () => {
    const headers = await superuser();
    const [a, b, c] = [await roleOf(), await roleOf(), await roleOf()];
    await inherit(a, b);
    await inherit(b, c);
    const { body } = await putParents(c, [a], headers).expect(409);
    expect(body).toMatchObject({
      code: 'hierarchy_cycle',
      detail: expect.stringMatching(/role \d+ → role \d+ → role \d+ → role \d+/),
    });
    expect((await putParents(a, [a], headers).expect(409)).body.code).toBe('hierarchy_cycle');
    const after = await app.request().get(`/auth/v1/roles/${c}`).set(headers);
    expect(after.body).toMatchObject({ parentIds: [], version: 1 });
  });

  it('is refused in a chain of more than ten', async () => {
    const headers = await superuser();
    const chain = [await roleOf()];
    for (let length = 1; length < 10; length++) {
      const next = await roleOf();
      await inherit(next, chain.at(-1) ?? '');
      chain.push(next);
    }
    expect((await putParents(await roleOf(), [chain.at(-1)], headers).expect(409)).body.code).toBe(
      'hierarchy_too_deep',
    );
    expect((await putParents(chain[0] ?? '', [await roleOf()], headers).expect(409)).body.code).toBe(
      'hierarchy_too_deep',
    );
  });

  it('needs all that results, or rbac:escalate (E2)', async () => {
    const [child, parent] = [await roleOf('user:read'), await roleOf('audit:read')];
    const editor = await as(await createUserWith(app, 'role:update', 'user:read'));
    expect((await putParents(child, [parent], editor).expect(403)).body.code).toBe('escalation_refused');
    await putParents(
      child,
      [parent],
      await as(await createUserWith(app, 'role:update', 'rbac:escalate')),
    ).expect(200);
    // What is inherited counts when the role itself is edited, too.
    const edit = app.request().put(`/auth/v1/roles/${child}/permissions`).set(editor);
    expect((await edit.send({ permissions: ['user:read'] }).expect(403)).body.detail).toContain('audit:read');
  });

  it('is given by those alone who hold what it inherits (E1)', async () => {
    const [child, parent] = [await roleOf('user:read'), await roleOf('audit:read')];
    await inherit(child, parent);
    const target = await createUser(app);
    const give = (headers: Record<string, string>) =>
      app.request().put(`/auth/v1/users/${target.id}/roles/${child}`).set(headers);
    await give(await as(await createUserWith(app, 'role:assign', 'user:read'))).expect(403);
    await give(await as(await createUserWith(app, 'role:assign', 'user:read', 'audit:read'))).expect(204);
  });

  it('answers bad input with what is wrong', async () => {
    const headers = await superuser();
    const role = await roleOf();
    const system = (await app.app.get(FindRole).execute('member')) ?? '';
    const unknown = '018f0000-0000-7000-8000-000000000000';
    for (const [id, parentIds, status, code] of [
      [role, [unknown], 404, 'not_found'],
      [unknown, [role], 404, 'not_found'],
      [role, ['x'], 400, 'invalid_request'],
      [role, null, 400, 'invalid_request'],
      [system, [role], 409, 'system_role'],
    ] as const) {
      expect((await putParents(id, parentIds, headers).expect(status)).body.code).toBe(code);
    }
    await putParents(role, [], { ...headers, 'if-match': '"7"' }).expect(412);
  });

  it('cannot be deleted while another inherits from it', async () => {
    const [child, parent] = [await roleOf(), await roleOf()];
    await inherit(child, parent);
    const remove = (id: string, headers: Record<string, string>) =>
      app.request().delete(`/auth/v1/roles/${id}`).set(headers);
    const headers = await superuser();
    expect((await remove(parent, headers).expect(409)).body.code).toBe('still_in_use');
    await remove(child, headers).expect(204);
    await remove(parent, headers).expect(204);
  });
});

describe('a grant for a time (E3)', () => {
  const soon = () => new Date(Date.now() + 3_600_000).toISOString();
  const later = () => new Date(Date.now() + 7_200_000).toISOString();

  it('does not outlive what the giver holds', async () => {
    const role = await roleOf('audit:read');
    const giver = await createUserWith(app, 'role:assign');
    const end = new Date(Date.now() + 3_600_000);
    await app.app.get(AssignRole).execute(giver.id, role, { validUntil: end });
    const headers = await as(giver);
    const target = await createUser(app);
    const give = (window: object) =>
      app.request().put(`/auth/v1/users/${target.id}/roles/${role}`).set(headers).send(window);
    expect((await give({}).expect(403)).body).toMatchObject({
      code: 'grant_outlives_own',
      detail: expect.stringContaining(end.toISOString()),
    });
    await give({ validUntil: later() }).expect(403);
    await give({ validUntil: end.toISOString() }).expect(204);
  });

  it('needs no lasting rights of those who hold them by several ways', async () => {
    const [one, other] = [await roleOf('audit:read'), await roleOf('audit:read')];
    const giver = await createUserWith(app, 'role:assign');
    const [half, whole] = [new Date(Date.now() + 3_600_000), new Date(Date.now() + 7_200_000)];
    await app.app.get(AssignRole).execute(giver.id, one, { validUntil: half });
    await app.app.get(AssignRole).execute(giver.id, other, { validFrom: half, validUntil: whole });
    const target = await createUser(app);
    const give = app
      .request()
      .put(`/auth/v1/users/${target.id}/roles/${one}`)
      .set(await as(giver));
    await give.send({ validUntil: whole.toISOString() }).expect(204);
  });

  it('gives a permission without a role, within the same rules', async () => {
    const target = await createUser(app);
    const grant = (name: string, headers: Record<string, string>, window = {}) =>
      app.request().put(`/auth/v1/users/${target.id}/grants/${name}`).set(headers).send(window);
    const headers = await as(await createUserWith(app, 'role:assign', 'role:read', 'audit:read'));
    await grant('audit:read', headers, { validUntil: soon() }).expect(204);
    expect(await permissionsOf(target.id)).toEqual(['audit:read']);
    expect((await grant('user:read', headers).expect(403)).body.code).toBe('escalation_refused');
    const all = await superuser();
    expect((await grant('deal:read', all).expect(404)).body.code).toBe('not_found');
    expect((await grant('audit:*', all).expect(400)).body.errors[0].field).toBe('permission');
    const window = { validFrom: later(), validUntil: soon() };
    expect((await grant('audit:read', all, window).expect(400)).body.code).toBe('invalid_window');
    expect(
      (await grant('audit:read', all, { validUntil: '2001-01-01T00:00:00Z' }).expect(400)).body.code,
    ).toBe('invalid_window');
    const { body } = await app.request().get(`/auth/v1/users/${target.id}/grants`).set(headers).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ permission: 'audit:read' })]);
    const revoke = () => app.request().delete(`/auth/v1/users/${target.id}/grants/audit:read`).set(headers);
    await revoke().expect(204);
    await revoke().expect(404);
    expect(await permissionsOf(target.id)).toEqual([]);
  });
});
