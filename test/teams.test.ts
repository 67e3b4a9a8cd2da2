import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import { GetEffectivePermissions } from '../apps/auth/src/modules/authorization/index.js';
import {
  AssignRole,
  AssignRoleToTeam,
  CreateRole,
  SaveSeparationOfDuty,
} from '../apps/auth/src/modules/rbac/index.js';
import { CreateTeam, SetTeamManager, type TeamView } from '../apps/auth/src/modules/team/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith } from './support/people.js';

const app = useApp();
let count = 0;

const newTeam = (): Promise<TeamView> => app.app.get(CreateTeam).execute({ name: `Team ${++count}` });
const newRole = async (...permissions: PermissionName[]) =>
  (await app.app.get(CreateRole).execute({ name: `role ${v7()}`, permissions })).id;
const carry = (team: TeamView, roleId: string, teamScoped = false) =>
  app.app.get(AssignRoleToTeam).execute(team.id, roleId, { teamScoped });

/** Sends requests as somebody. */
async function as(user: UserView) {
  const authorization = await bearer(app, user);
  return (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: object, headers = {}) =>
    app
      .request()
      [method](`/auth/v1${path}`)
      .set({ authorization, ...headers })
      .send(body);
}
const asAdministrator = async (...more: PermissionName[]) =>
  as(
    await createUserWith(
      app,
      'team:read',
      'team:create',
      'team:update',
      'team:delete',
      'team:assign',
      ...more,
    ),
  );
const permissionsOf = ({ id }: UserView) => app.app.get(GetEffectivePermissions).execute(id);
const auditOf = async (id: string) =>
  app.dataSource.query<{ action: string; before: unknown; after: unknown }[]>(
    'SELECT action, before, after FROM audit_log WHERE subject_id = $1 ORDER BY id',
    [id],
  );

describe('teams', () => {
  it('are made, found, changed by version and deleted, each with a revision and before and after', async () => {
    const send = await asAdministrator();
    const made = await send('post', '/teams', { name: 'Sales', description: 'Sells' }).expect(201);
    const { id } = made.body as TeamView;
    expect(made.body).toMatchObject({ name: 'Sales', memberCount: 0, version: 1 });
    expect(Number(made.headers['x-authz-revision'])).toBeGreaterThan(0);
    expect((await send('get', '/teams?search=sal').expect(200)).body.items).toMatchObject([{ id }]);
    expect((await send('post', '/teams', { name: 'Sales' }).expect(409)).body).toMatchObject({
      code: 'already_exists',
      errors: [{ field: 'name' }],
    });
    await send('patch', `/teams/${id}`, { name: 'Sale' }, { 'if-match': '"7"' }).expect(412);
    const changed = await send('patch', `/teams/${id}`, { name: 'Sales EU' }, { 'if-match': '"1"' }).expect(
      200,
    );
    expect(changed.body).toMatchObject({ name: 'Sales EU', description: 'Sells', version: 2 });
    await send('delete', `/teams/${id}`, undefined, { 'if-match': '"1"' }).expect(412);
    await send('delete', `/teams/${id}`, undefined, { 'if-match': '"2"' }).expect(204);
    await send('get', `/teams/${id}`).expect(404);
    await send('post', '/teams', { name: 'Sales EU' }).expect(201);
    expect(await auditOf(id)).toMatchObject([
      { action: 'team.created', after: { name: 'Sales' } },
      { action: 'team.updated', before: { name: 'Sales' }, after: { name: 'Sales EU' } },
      { action: 'team.deleted', before: { name: 'Sales EU', memberIds: [] } },
    ]);
  });

  it('come in pages', async () => {
    const send = await asAdministrator();
    const names = ['Page a', 'Page b', 'Page c'];
    for (const name of names) await app.app.get(CreateTeam).execute({ name });
    const first = (await send('get', '/teams?search=page&limit=2').expect(200)).body;
    const second = (await send('get', `/teams?search=page&limit=2&cursor=${first.nextCursor}`).expect(200))
      .body;
    expect([...first.items, ...second.items].map(({ name }: TeamView) => name)).toEqual(names);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ['post', '/teams', { name: '' }, 400],
    ['post', '/teams', { name: 'x', roles: [] }, 400],
    ['get', `/teams/${v7()}`, undefined, 404],
    ['get', '/teams/none', undefined, 400],
    ['put', `/teams/${v7()}/members/${v7()}`, undefined, 404],
    ['post', `/teams/${v7()}/members`, { userIds: ['x'] }, 400],
    ['post', `/teams/${v7()}/invitations`, { email: 'nobody' }, 400],
    ['post', '/team-invitations/accept', { token: 'x' }, 410],
  ] as const)('refuse bad input: %s %s', async (method, path, body, status) => {
    const send = await asAdministrator();
    const answer = await send(method, path, body).expect(status);
    expect(answer.body.code).toEqual(expect.any(String));
    expect(answer.headers['x-authz-revision']).toBeUndefined();
  });
});

describe('members of a team', () => {
  it('have what it carries until they go, or the team does', async () => {
    const send = await asAdministrator('rbac:bind');
    const [team, user] = [await newTeam(), await createUser(app)];
    await carry(team, await newRole('audit:read'));
    await send('put', `/teams/${team.id}/members/${user.id}`).expect(204);
    expect(await permissionsOf(user)).toContain('audit:read');
    await send('delete', `/teams/${team.id}/members/${user.id}`).expect(204);
    expect(await permissionsOf(user)).not.toContain('audit:read');
    await send('delete', `/teams/${team.id}/members/${user.id}`).expect(404);
    await send('put', `/teams/${team.id}/members/${user.id}`).expect(204);
    await send('delete', `/teams/${team.id}`).expect(204);
    expect(await permissionsOf(user)).not.toContain('audit:read');
  });

  it('come many at once, with a result for each', async () => {
    const send = await asAdministrator();
    const team = await newTeam();
    const [payer, approver] = [await newRole(), await newRole()];
    await app.app.get(SaveSeparationOfDuty).create({ name: `rule ${v7()}`, roleIds: [payer, approver] });
    const [free, bound] = [await createUser(app), await createUser(app)];
    await app.app.get(AssignRole).execute(bound.id, payer);
    await carry(team, approver);
    const userIds = [free.id, v7(), bound.id];
    const { body } = await send('post', `/teams/${team.id}/members`, { userIds }).expect(200);
    expect(body.items).toMatchObject([
      { userId: free.id, done: true },
      { done: false, error: { code: 'not_found' } },
      { userId: bound.id, done: false, error: { code: 'separation_of_duty' } },
    ]);
    const members = (await send('get', `/teams/${team.id}/members`).expect(200)).body.items;
    expect(members).toMatchObject([{ userId: free.id, email: free.email, isManager: false }]);
    await send('put', `/teams/${team.id}/members/${bound.id}`).expect(409);
    expect((await send('get', `/users/${free.id}/teams`).expect(200)).body.items).toMatchObject([
      { teamId: team.id, name: team.name, isManager: false },
    ]);
  });

  it('are not brought in by who holds less than the team carries (E1)', async () => {
    const send = await asAdministrator();
    const [team, user] = [await newTeam(), await createUser(app)];
    await carry(team, await newRole('audit:read'));
    const { body } = await send('put', `/teams/${team.id}/members/${user.id}`).expect(403);
    expect(body).toMatchObject({ code: 'escalation_refused', detail: expect.stringContaining('audit:read') });
    await send('put', `/teams/${team.id}/managers/${user.id}`).expect(403);
    await send('post', `/teams/${team.id}/invitations`, { email: user.email }).expect(403);
    expect((await send('get', `/teams/${team.id}/members`).expect(200)).body.items).toEqual([]);
  });
});

describe('managers of a team', () => {
  const managed = async () => {
    const [team, manager] = [await newTeam(), await createUser(app)];
    await app.app.get(SetTeamManager).execute(team.id, manager.id, true);
    return { team, manager, send: await as(manager) };
  };

  it('say who is in their own team, and in no other', async () => {
    const { team, send } = await managed();
    const [other, user] = [await newTeam(), await createUser(app)];
    await send('put', `/users/me/teams/${team.id}/members/${user.id}`).expect(204);
    const { body } = await send('get', `/users/me/teams/${team.id}/members?search=${user.email}`).expect(200);
    expect(body.items).toMatchObject([{ userId: user.id }]);
    await send('put', `/users/me/teams/${other.id}/members/${user.id}`).expect(404);
    await send('get', `/users/me/teams/${other.id}/members`).expect(404);
    await send('put', `/teams/${team.id}/members/${user.id}`).expect(403);
    await send('put', `/teams/${team.id}/roles/${v7()}`).expect(403);
    const asMember = await as(user);
    await asMember('delete', `/users/me/teams/${team.id}/members/${user.id}`).expect(403);
    expect((await asMember('get', '/users/me/teams').expect(200)).body.items).toMatchObject([
      { teamId: team.id, isManager: false },
    ]);
    await send('delete', `/users/me/teams/${team.id}/members/${user.id}`).expect(204);
    await asMember('get', `/users/me/teams/${team.id}/members`).expect(404);
  });

  it('bring others to what the team has, in the team alone too, and to no more', async () => {
    const { team, send } = await managed();
    const user = await createUser(app);
    await carry(team, await newRole('audit:read'));
    await carry(team, await newRole('session:read'), true);
    await send('put', `/users/me/teams/${team.id}/members/${user.id}`).expect(204);
  });

  it('leave a trace when the last one goes', async () => {
    const { team, manager, send } = await managed();
    await send('delete', `/users/me/teams/${team.id}`).expect(204);
    await send('delete', `/users/me/teams/${team.id}`).expect(404);
    const actions = await auditOf(team.id);
    expect(actions.map(({ action }) => action).slice(-2)).toEqual([
      'team.member_left',
      'team.left_without_manager',
    ]);
    expect(actions.at(-1)).toMatchObject({ before: { managerIds: [manager.id] } });
  });

  it('are several, and stay in the team when they manage it no more', async () => {
    const { team, manager } = await managed();
    const send = await asAdministrator();
    const second = await createUser(app);
    await send('put', `/teams/${team.id}/managers/${second.id}`).expect(204);
    await send('delete', `/teams/${team.id}/managers/${manager.id}`).expect(204);
    await send('delete', `/teams/${team.id}/managers/${manager.id}`).expect(404);
    const list = async (part: string) =>
      ((await send('get', `/teams/${team.id}/${part}`).expect(200)).body.items as { userId: string }[]).map(
        ({ userId }) => userId,
      );
    expect(await list('managers')).toEqual([second.id]);
    expect((await list('members')).sort()).toEqual([manager.id, second.id].sort());
    expect((await auditOf(team.id)).map(({ action }) => action)).not.toContain('team.left_without_manager');
  });
});
