import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import {
  AssignRole,
  AssignRoleToTeam,
  CreateRole,
  DeleteRole,
  GrantPermission,
  RevokePermission,
  RevokeRole,
  RevokeRoleFromTeam,
  SetRoleParents,
  SetRolePermissions,
} from '../apps/auth/src/modules/rbac/index.js';
import {
  AddTeamMembers,
  CreateTeam,
  DeleteTeam,
  RemoveTeamMember,
} from '../apps/auth/src/modules/team/index.js';
import { ChangeUserStatus, type UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

const app = useApp();
const ASKED: PermissionName = 'audit:read';

interface WhoCan {
  readonly items: { readonly userId: string; readonly path: object[] }[];
  readonly nextCursor?: string;
}

async function asker() {
  const authorization = await bearer(app, await createUserWith(app, 'authorization:explain'));
  const post = (path: string, body: object) =>
    app.request().post(`/auth/v1/authorization/${path}`).set({ authorization }).send(body);
  const whoCan = async (at?: Date) => {
    const { body } = await post('who-can', { permission: ASKED, ...(at === undefined ? {} : { at }) }).expect(
      200,
    );
    return (body.items as { email: string }[]).map(({ email }) => email);
  };
  return { post, whoCan };
}

/** Moments are told apart by milliseconds. */
const tick = async (): Promise<Date> => {
  await new Promise((resolve) => setTimeout(resolve, 3));
  const [row] = await app.dataSource.query<{ now: Date }[]>('SELECT clock_timestamp() AS now');
  await new Promise((resolve) => setTimeout(resolve, 3));
  return row?.now ?? new Date();
};

/** Everything that gives and takes a permission, one after another. */
function story(user: UserView, other: UserView): readonly (() => Promise<unknown>)[] {
  const ids = { role: '', heir: '', team: '' };
  const get = app.app.get.bind(app.app);
  return [
    async () => (ids.role = (await get(CreateRole).execute({ name: v7(), permissions: [ASKED] })).id),
    () => get(AssignRole).execute(user.id, ids.role),
    async () => (ids.heir = (await get(CreateRole).execute({ name: v7() })).id),
    () => get(AssignRole).execute(other.id, ids.heir),
    () => get(SetRoleParents).execute(ids.heir, [ids.role]),
    () => get(SetRolePermissions).execute(ids.role, ['user:read']),
    () => get(SetRolePermissions).execute(ids.role, ['audit:*']),
    () => get(SetRoleParents).execute(ids.heir, []),
    () => get(RevokeRole).execute(other.id, ids.heir),
    () => get(DeleteRole).execute(ids.heir),
    () => get(RevokeRole).execute(user.id, ids.role),
    () => get(GrantPermission).execute(other.id, ASKED, {}),
    () => get(RevokePermission).execute(other.id, ASKED),
    async () => (ids.team = (await get(CreateTeam).execute({ name: v7() })).id),
    () => get(AddTeamMembers).execute(ids.team, [user.id, other.id]),
    () => get(AssignRoleToTeam).execute(ids.team, ids.role),
    () => get(RemoveTeamMember).execute(ids.team, other.id),
    () => get(ChangeUserStatus).execute(user.id, 'disabled'),
    () => get(ChangeUserStatus).execute(user.id, 'active'),
    () => get(RevokeRoleFromTeam).execute(ids.team, ids.role),
    () => get(AssignRoleToTeam).execute(ids.team, ids.role),
    () => get(DeleteTeam).execute(ids.team),
    () => get(AssignRole).execute(user.id, ids.role, { validUntil: new Date(Date.now() + 3_600_000) }),
  ];
}

describe('access as of a past moment', () => {
  it('is what it was then, whatever has happened since', async () => {
    await createUserWithRole(app, 'superuser');
    const { whoCan } = await asker();
    const [user, other] = [await createUser(app), await createUser(app)];
    const seen: { at: Date; who: string[] }[] = [];
    for (const step of story(user, other)) {
      await step();
      seen.push({ at: await tick(), who: await whoCan() });
    }
    expect(new Set(seen.map(({ who }) => who.join())).size).toBeGreaterThan(3);
    for (const { at, who } of seen) expect([at, await whoCan(at)]).toEqual([at, who]);
  }, 60_000);

  it('is explained by what held then', async () => {
    const { post } = await asker();
    const user = await createUser(app);
    const role = await app.app.get(CreateRole).execute({ name: 'Auditor', permissions: [ASKED] });
    await app.app.get(AssignRole).execute(user.id, role.id);
    const then = await tick();
    await app.app.get(RevokeRole).execute(user.id, role.id);
    await app.app.get(DeleteRole).execute(role.id);
    const question = {
      subject: { type: 'user', id: user.id },
      action: { name: 'read' },
      resource: { type: 'audit', id: '1' },
    };
    expect((await post('explain', question).expect(200)).body.decision).toBe(false);
    const { body } = await post('explain', { ...question, at: then }).expect(200);
    expect(body).toMatchObject({
      decision: true,
      path: [{ type: 'user', id: user.id }, { type: 'role', name: 'Auditor' }, { type: 'permission' }],
    });
    const described = { ...question.resource, properties: { owner_id: user.id } };
    const item = await post('explain', { ...question, at: then, resource: described }).expect(400);
    expect(item.body.errors).toMatchObject([{ field: 'at' }]);
  });

  it('knows nobody who was not there yet', async () => {
    const { post, whoCan } = await asker();
    const before = await tick();
    const email = `${v7()}@example.test`;
    const [user] = await app.dataSource.query(
      `INSERT INTO users (id, email, created_at) VALUES ($1::uuid, $2, clock_timestamp()) RETURNING id`,
      [v7(), email],
    );
    const everybodys = await app.app.get(CreateRole).execute({ name: v7(), permissions: [ASKED] });
    await app.app.get(AssignRole).execute(user.id, everybodys.id);
    expect(await whoCan()).toContain(email);
    expect(await whoCan(before)).not.toContain(email);
    const question = {
      subject: { type: 'user', id: user.id },
      action: { name: 'read' },
      resource: { type: 'audit', id: '1' },
    };
    await post('explain', { ...question, at: before }).expect(404);
  });

  it('comes in pages', async () => {
    const { post } = await asker();
    const role = await app.app.get(CreateRole).execute({ name: v7(), permissions: [ASKED] });
    const users = [await createUser(app), await createUser(app), await createUser(app)];
    for (const { id } of users) await app.app.get(AssignRole).execute(id, role.id);
    for (const at of [undefined, await tick()]) {
      const ask = async (cursor?: string) =>
        (await post('who-can', { permission: ASKED, limit: 2, at, cursor }).expect(200)).body as WhoCan;
      const first = await ask();
      const second = await ask(first.nextCursor);
      const found = [...first.items, ...second.items].map(({ userId }) => userId);
      expect(found.sort()).toEqual(users.map(({ id }) => id).sort());
      expect(second.nextCursor).toBeNull();
      expect(first.items[0]?.path.at(-1)).toMatchObject({ type: 'permission', name: ASKED });
    }
  });

  it.each([
    ['who-can', { permission: 'audit' }, 'permission'],
    ['who-can', { permission: ASKED, at: '2999-01-01T00:00:00Z' }, 'at'],
    ['who-can', { permission: ASKED, at: '1999-01-01T00:00:00Z' }, 'at'],
    ['who-can', { permission: ASKED, at: 'yesterday' }, 'at'],
    [
      'explain',
      {
        subject: { type: 'user', id: v7() },
        action: { name: 'read' },
        resource: { type: 'audit', id: '1' },
        at: '2026-13-45T00:00:00Z',
      },
      'at',
    ],
  ])('refuses bad input: %s %j', async (path, body, field) => {
    const { post } = await asker();
    const answer = await post(path, body).expect(400);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });
});
