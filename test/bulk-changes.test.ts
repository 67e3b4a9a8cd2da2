import { beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import {
  AssignRole,
  CreateRole,
  FindRole,
  SaveSeparationOfDuty,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam, SetTeamManager } from '../apps/auth/src/modules/team/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

const app = useApp();
let root: UserView;
beforeEach(async () => {
  root = await createUserWithRole(app, 'superuser');
});

const newRole = async (...permissions: PermissionName[]) =>
  (await app.app.get(CreateRole).execute({ name: `role ${v7()}`, permissions })).id;
const post = async (as: UserView, path: string, body: object) =>
  app
    .request()
    .post(`/auth/v1${path}`)
    .set({ authorization: await bearer(app, as) })
    .send(body);
const rolesOf = async ({ id }: UserView): Promise<string[]> => {
  const rows = await app.dataSource.query<{ id: string }[]>(
    'SELECT role_id AS id FROM role_assignments WHERE user_id = $1 ORDER BY role_id',
    [id],
  );
  return rows.map((row) => row.id);
};
const auditOf = (subjectId: string) =>
  app.dataSource.query<{ action: string; before: unknown; after: unknown }[]>(
    'SELECT action, before, after FROM audit_log WHERE subject_id = $1 AND actor_id = $2 ORDER BY id',
    [subjectId, root.id],
  );

describe('many roles of one user', () => {
  it('are given and taken, with a result for each and one event in the audit log', async () => {
    const user = await createUser(app);
    const [a, b, unknown] = [await newRole('user:read'), await newRole(), v7()];
    const validUntil = '2999-01-01T00:00:00.000Z';
    const given = await post(root, `/users/${user.id}/roles`, { roleIds: [b, unknown, a], validUntil });
    expect(given.status).toBe(200);
    expect(Number(given.headers['x-authz-revision'])).toBeGreaterThan(0);
    expect(given.body.items).toEqual([
      { roleId: b, done: true },
      { roleId: unknown, done: false, error: { code: 'not_found', detail: expect.any(String) } },
      { roleId: a, done: true },
    ]);
    expect(await rolesOf(user)).toEqual([a, b].sort());
    const taken = await post(root, `/users/${user.id}/roles/revoke`, { roleIds: [unknown, a, b] });
    expect(taken.body.items).toMatchObject([{ done: false }, { done: true }, { done: true }]);
    expect(await rolesOf(user)).toEqual([]);
    const held = expect.arrayContaining(
      [a, b].map((roleId) => expect.objectContaining({ roleId, validUntil, grantedBy: root.id })),
    );
    expect(await auditOf(user.id)).toEqual([
      { action: 'user.roles_assigned', before: [], after: held },
      { action: 'user.roles_revoked', before: held, after: null },
    ]);
  });

  it('are given all or none when they bring too much or must be apart', async () => {
    const user = await createUser(app);
    const [held, more] = [await newRole('user:read'), await newRole('audit:read')];
    const giver = await createUserWith(app, 'role:assign', 'user:read');
    const roleIds = [held, more];
    expect((await post(giver, `/users/${user.id}/roles`, { roleIds })).body.code).toBe('escalation_refused');
    expect(await rolesOf(user)).toEqual([]);
    await app.app.get(SaveSeparationOfDuty).create({ name: 'apart', roleIds });
    const refused = await post(root, `/users/${user.id}/roles`, { roleIds });
    expect([refused.status, refused.body.code]).toEqual([409, 'separation_of_duty']);
    expect(await rolesOf(user)).toEqual([]);
    await app.app.get(AssignRole).execute(user.id, more);
    const revoke = await post(giver, `/users/${user.id}/roles/revoke`, { roleIds });
    expect(revoke.body.code).toBe('escalation_refused');
    expect(await rolesOf(user)).toEqual([more]);
  });

  it('leave everybody their own superuser role (E5)', async () => {
    const superuser = (await app.app.get(FindRole).execute('superuser')) ?? '';
    const other = await newRole();
    const path = `/users/${root.id}/roles`;
    await createUserWithRole(app, 'superuser');
    const roleIds = [superuser, other];
    const limited = await post(root, path, { roleIds, validUntil: '2999-01-01T00:00:00Z' });
    expect(limited.body.items).toMatchObject([{ error: { code: 'conflict' } }, { done: true }]);
    const revoked = await post(root, `${path}/revoke`, { roleIds });
    expect(revoked.body.items).toMatchObject([{ error: { code: 'conflict' } }, { done: true }]);
    expect(await rolesOf(root)).toEqual([superuser]);
  });

  it.each([
    [{ roleIds: [] }, 'roleIds'],
    [{ roleIds: ['x'] }, 'roleIds'],
    [
      { roleIds: [v7()], validFrom: '2026-02-02T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' },
      'validUntil',
    ],
  ])('are refused as a whole when the request is wrong: %j', async (body, field) => {
    const { status, body: answer } = await post(root, `/users/${root.id}/roles`, body);
    expect([status, answer.errors[0].field]).toEqual([400, field]);
    const unknown = await post(root, `/users/${v7()}/roles`, { roleIds: [await newRole()] });
    expect(unknown.status).toBe(404);
  });
});

describe('many members of a team', () => {
  it('are taken out, with a result for each; the last manager leaves a trace', async () => {
    const team = await app.app.get(CreateTeam).execute({ name: 'Crew' });
    const [member, manager, stranger] = [await createUser(app), await createUser(app), await createUser(app)];
    await app.app.get(AddTeamMembers).execute(team.id, [member.id]);
    await app.app.get(SetTeamManager).execute(team.id, manager.id, true);
    const path = `/teams/${team.id}/members/remove`;
    const userIds = [member.id, stranger.id, manager.id];
    const { status, body } = await post(root, path, { userIds });
    expect(status).toBe(200);
    expect(body.items).toEqual([
      { userId: member.id, done: true },
      { userId: stranger.id, done: false, error: { code: 'not_found', detail: expect.any(String) } },
      { userId: manager.id, done: true },
    ]);
    expect(await auditOf(team.id)).toEqual([
      {
        action: 'team.members_removed',
        before: {
          members: expect.arrayContaining([
            { userId: member.id, isManager: false, joinedAt: expect.any(String) },
            { userId: manager.id, isManager: true, joinedAt: expect.any(String) },
          ]),
        },
        after: null,
      },
      {
        action: 'team.left_without_manager',
        before: { managerIds: [manager.id] },
        after: { managerIds: [] },
      },
    ]);
    expect(
      (await post(root, path, { userIds })).body.items.filter(({ done }: { done: boolean }) => done),
    ).toEqual([]);
    expect((await post(manager, path, { userIds })).status).toBe(403);
    expect((await post(root, `/teams/${v7()}/members/remove`, { userIds })).status).toBe(404);
  });
});
