import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  AssignRole,
  AssignRoleToTeam,
  CreatePermission,
  CreateResource,
  CreateRole,
  GrantPermission,
  type RoleView,
  SaveSeparationOfDuty,
  SetRoleParents,
  UpdatePermission,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam } from '../apps/auth/src/modules/team/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { CreateVisibilityGroup } from '../apps/auth/src/modules/visibility-group/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWithRole } from './support/people.js';

const app = useApp();
const UNKNOWN = '018f0000-0000-7000-8000-000000000000';
let authorization: string;
beforeEach(async () => {
  authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
});

interface List {
  readonly items: Record<string, unknown>[];
  readonly nextCursor: string | null;
}

const ask = (path: string) => app.request().get(`/auth/v1${path}`).set({ authorization });
const list = async (path: string): Promise<List> => (await ask(path).expect(200)).body as List;

/** Turns page after page of one item, and gives what they show in a field. */
async function turn(path: string, field: string): Promise<unknown[]> {
  const shown: unknown[] = [];
  let cursor = '';
  do {
    const page = await list(`${path}?limit=1${cursor}`);
    expect(page.items.length).toBeLessThanOrEqual(1);
    shown.push(...page.items.map((item) => item[field]));
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  return shown;
}

/** Three roles, held in every way that there is. */
async function holdings() {
  const make = (name: string, permissions: `${string}:${string}`[] = []): Promise<RoleView> =>
    app.app.get(CreateRole).execute({ name, description: `as ${name}`, permissions });
  const [a, b, c] = [
    await make('alpha', ['user:read', 'session:*']),
    await make('beta', ['audit:read']),
    await make('gamma'),
  ];
  const user: UserView = await createUser(app);
  const team = await app.app.get(CreateTeam).execute({ name: 'Crew', description: 'Sails' });
  const other = await app.app.get(CreateTeam).execute({ name: 'Band', description: 'Plays' });
  await app.app.get(SetRoleParents).execute(c.id, [b.id, a.id]);
  for (const { id } of [b, a]) {
    await app.app.get(AssignRole).execute(user.id, id);
    await app.app.get(AssignRoleToTeam).execute(team.id, id);
  }
  for (const name of ['user:read', 'audit:read'] as const)
    await app.app.get(GrantPermission).execute(user.id, name);
  for (const { id } of [team, other]) await app.app.get(AddTeamMembers).execute(id, [user.id]);
  return { a, b, c, user, team, other };
}

describe('what hangs on a role, a user or a team', () => {
  it('comes in pages, by name, and is searched', async () => {
    const { a, c, user, team } = await holdings();
    for (const [path, field, all, search, found] of [
      [`/roles/${a.id}/permissions`, 'name', ['session:*', 'user:read'], 'ser', ['user:read']],
      [`/roles/${c.id}/parents`, 'name', ['alpha', 'beta'], 'as%20al', ['alpha']],
      [`/users/${user.id}/roles`, 'name', ['alpha', 'beta'], 'ETA', ['beta']],
      [`/users/${user.id}/grants`, 'permission', ['audit:read', 'user:read'], 'user:', ['user:read']],
      [`/users/${user.id}/teams`, 'name', ['Band', 'Crew'], 'sail', ['Crew']],
      [`/teams/${team.id}/roles`, 'name', ['alpha', 'beta'], 'alph', ['alpha']],
    ] as const) {
      expect([path, await turn(path, field)]).toEqual([path, all]);
      const { items } = await list(`${path}?search=${search}`);
      expect([path, items.map((item) => item[field])]).toEqual([path, found]);
      expect((await ask(`${path}?cursor=x`).expect(400)).body.code).toBe('invalid_cursor');
      expect((await ask(`${path}?limit=0`).expect(400)).body.errors[0].field).toBe('limit');
    }
  });

  it('is said with what it is: a description, a window, a giver, a version', async () => {
    const { a, c, user } = await holdings();
    const [wildcard, named] = (await list(`/roles/${a.id}/permissions`)).items;
    expect(wildcard).toEqual({ name: 'session:*', description: '', deprecatedAt: null });
    expect(named).toEqual({ name: 'user:read', description: 'See users', deprecatedAt: null });
    const alpha: unknown = (await ask(`/roles/${a.id}`)).body;
    expect({ ...(await list(`/roles/${c.id}/parents`)).items[0], lastUsedAt: null }).toEqual(alpha);
    expect((await list(`/users/${user.id}/roles`)).items[0]).toEqual({
      roleId: a.id,
      name: 'alpha',
      validFrom: expect.any(String),
      validUntil: null,
      grantedBy: null,
    });
  });

  it('answers 404 when there is no such role, user or team', async () => {
    const id = UNKNOWN;
    for (const path of [
      `/roles/${id}/permissions`,
      `/roles/${id}/parents`,
      `/users/${id}/roles`,
      `/users/${id}/grants`,
      `/users/${id}/teams`,
      `/teams/${id}/roles`,
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });
});

describe('a filter', () => {
  const shown = async (path: string, field = 'name') =>
    (await list(`${path}&limit=200`)).items.map((item) => item[field]);
  const hour = (count: number) => new Date(Date.now() + count * 3_600_000);

  it('finds the roles that bring a permission, built-in ones, and those that inherit from one', async () => {
    const { a, c } = await holdings();
    expect(await shown('/roles?permission=user:read')).toEqual([
      'administrator',
      'alpha',
      'gamma',
      'superuser',
    ]);
    expect(await shown('/roles?permission=session:end&isSystem=false')).toEqual(['alpha', 'gamma']);
    expect(await shown('/roles?permission=nothing:known')).toEqual([]);
    expect(await shown('/roles?isSystem=true')).toEqual(['administrator', 'member', 'superuser']);
    expect(await shown(`/roles?parentId=${a.id.toUpperCase()}`)).toEqual(['gamma']);
    expect(await shown(`/roles?parentId=${c.id}`)).toEqual([]);
  });

  it('tells what is in force from what begins later and what is over, and users from teams', async () => {
    const { a, user, team } = await holdings();
    const [past, later] = [await createUser(app), await createUser(app)];
    const assign = app.app.get(AssignRole);
    await assign.execute(past.id, a.id, { validFrom: hour(-2), validUntil: hour(-1) });
    await assign.execute(later.id, a.id, { validFrom: hour(1) });
    const grant = app.app.get(GrantPermission);
    await grant.execute(later.id, 'user:read', { validFrom: hour(1), validUntil: hour(2) });
    const carry = app.app.get(AssignRoleToTeam);
    await carry.execute(team.id, a.id, { validFrom: hour(-2), validUntil: hour(-1) });
    const holders = `/roles/${a.id}/assignments`;
    expect(await shown(`${holders}?state=current`)).toEqual([user.email]);
    expect(await shown(`${holders}?state=ended`)).toEqual([team.name, past.email]);
    expect(await shown(`${holders}?state=ended&holder=user`)).toEqual([past.email]);
    expect(await shown(`${holders}?holder=team`)).toEqual([team.name]);
    expect(await shown(`/users/${later.id}/roles?state=future`)).toEqual(['alpha']);
    expect(await shown(`/users/${later.id}/roles?state=current`)).toEqual([]);
    expect(await shown(`/users/${later.id}/grants?state=future`, 'permission')).toEqual(['user:read']);
    expect(await shown(`/users/${later.id}/grants?state=ended`, 'permission')).toEqual([]);
    expect(await shown(`/teams/${team.id}/roles?state=current`)).toEqual(['beta']);
  });

  it('finds permissions of a resource and deprecated ones, resources of a service, rules about a role', async () => {
    const { a, b, c } = await holdings();
    await app.app.get(CreateResource).execute({ key: 'boat', service: 'harbour' });
    for (const action of ['sail', 'row'])
      await app.app.get(CreatePermission).execute({ resource: 'boat', action });
    const [row] = (await list('/permissions?search=boat:row')).items as [{ id: string }];
    await app.app.get(UpdatePermission).execute(row.id, { deprecated: true });
    expect(await shown('/permissions?resource=boat')).toEqual(['boat:row', 'boat:sail']);
    expect(await shown('/permissions?resource=boat&deprecated=false')).toEqual(['boat:sail']);
    expect(await shown('/permissions?deprecated=true')).toEqual(['boat:row']);
    expect(await shown('/resources?service=harbour', 'key')).toEqual(['boat']);
    const apart = await app.app.get(CreateRole).execute({ name: 'apart' });
    await app.app.get(SaveSeparationOfDuty).create({ name: 'First', roleIds: [apart.id, c.id] });
    await app.app.get(SaveSeparationOfDuty).create({ name: 'Second', roleIds: [apart.id, b.id] });
    expect(await shown(`/separation-of-duty?roleId=${b.id}`)).toEqual(['Second']);
    expect(await shown(`/separation-of-duty?roleId=${apart.id}`)).toEqual(['First', 'Second']);
    expect(await shown(`/separation-of-duty?roleId=${a.id}`)).toEqual([]);
  });

  it('finds the teams of a user, open, accepted and expired invitations, and the groups below one', async () => {
    const { user, team, other } = await holdings();
    await app.app.get(CreateTeam).execute({ name: 'Strangers' });
    expect(await shown(`/teams?userId=${user.id}`)).toEqual([other.name, team.name]);
    const invitations = `/teams/${team.id}/invitations`;
    for (const email of ['open@example.test', 'accepted@example.test', 'expired@example.test'])
      await app.request().post(`/auth/v1${invitations}`).set({ authorization }).send({ email }).expect(201);
    await app.dataSource.query(
      `UPDATE team_invitations SET accepted_at = now() WHERE email = 'accepted@example.test'`,
    );
    await app.dataSource.query(
      `UPDATE team_invitations SET expires_at = now() WHERE email = 'expired@example.test'`,
    );
    for (const state of ['open', 'accepted', 'expired'])
      expect(await shown(`${invitations}?state=${state}`, 'email')).toEqual([`${state}@example.test`]);
    const group = (name: string, parentId?: string) =>
      app.app.get(CreateVisibilityGroup).execute({ name, ...(parentId && { parentId }) });
    const north = await group('North');
    const oslo = await group('Oslo', north.id);
    await group('Frogner', oslo.id);
    expect(await shown(`/visibility-groups?parentId=${north.id}`)).toEqual(['Oslo']);
  });

  it.each([
    '/roles?isSystem=maybe',
    '/roles?permission=deal:*',
    '/roles?parentId=x',
    '/roles?name=x',
    '/permissions?deprecated=1',
    '/separation-of-duty?roleId=x',
    '/teams?userId=x',
    '/visibility-groups?parentId=x',
    `/roles/${UNKNOWN}/assignments?state=open`,
    `/roles/${UNKNOWN}/assignments?holder=group`,
    `/teams/${UNKNOWN}/invitations?state=current`,
  ])('that is none answers 400: %s', async (path) => {
    expect((await ask(path).expect(400)).body.code).toBe('invalid_request');
  });
});
