import { beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  AssignRole,
  AssignRoleToTeam,
  CreateRole,
  GrantPermission,
  type RoleView,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam } from '../apps/auth/src/modules/team/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWithRole } from './support/people.js';

const app = useApp();
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
    expect((await list(`/roles/${c.id}/parents`)).items[0]).toEqual((await ask(`/roles/${a.id}`)).body);
    expect((await list(`/users/${user.id}/roles`)).items[0]).toEqual({
      roleId: a.id,
      name: 'alpha',
      validFrom: expect.any(String),
      validUntil: null,
      grantedBy: null,
    });
  });

  it('answers 404 when there is no such role, user or team', async () => {
    const id = v7();
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
