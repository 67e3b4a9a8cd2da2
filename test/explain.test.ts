import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  AssignRoleToTeam,
  CreatePermission,
  CreateResource,
  CreateRole,
  GrantPermission,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith } from './support/people.js';

const app = useApp();

async function scene() {
  await app.app.get(CreateResource).execute({ key: 'deal', service: 'sales' });
  for (const action of ['read', 'update', 'update_any'])
    await app.app.get(CreatePermission).execute({ resource: 'deal', action });
  const asker = await createUserWith(app, 'authorization:explain', 'authorization:evaluate');
  const headers = { authorization: await bearer(app, asker) };
  const user = await createUser(app);
  const post = async (path: string, action: string, resource: object = {}, id = user.id, status = 200) => {
    const body = {
      subject: { type: 'user', id },
      action: { name: action },
      resource: { type: 'deal', id: '1', ...resource },
    };
    const answer = await app
      .request()
      .post(`/auth/v1/authorization/${path}`)
      .set(headers)
      .send(body)
      .expect(status);
    return answer.body as Record<string, unknown>;
  };
  return { post, user, headers };
}

describe('an explanation', () => {
  it('names the whole way: user, team, role, inherited role, permission', async () => {
    const { post, user } = await scene();
    const parent = await app.app.get(CreateRole).execute({ name: 'Reader', permissions: ['deal:*'] });
    const child = await app.app.get(CreateRole).execute({ name: 'Seller' });
    await app.app.get(SetRoleParents).execute(child.id, [parent.id]);
    const team = v7();
    await app.dataSource.query(`INSERT INTO teams (id, name) VALUES ($1, 'North')`, [team]);
    await app.dataSource.query('INSERT INTO team_members (team_id, user_id) VALUES ($1, $2)', [
      team,
      user.id,
    ]);
    await app.app.get(AssignRoleToTeam).execute(team, child.id);
    expect(await post('explain', 'read')).toEqual({
      decision: true,
      path: [
        { type: 'user', id: user.id },
        { type: 'team', id: team, name: 'North', teamScoped: false },
        { type: 'role', id: child.id, name: 'Seller', validUntil: null },
        { type: 'role', id: parent.id, name: 'Reader' },
        { type: 'permission', name: 'deal:read', pattern: 'deal:*' },
      ],
      sights: [],
      remedies: [],
    });
  });

  it('names what would turn a denial, for the permission and for the sight', async () => {
    const { post, user } = await scene();
    const role = await app.app.get(CreateRole).execute({ name: 'Reader', permissions: ['deal:read'] });
    expect(await post('explain', 'read')).toMatchObject({
      decision: false,
      reason: 'not_permitted',
      path: null,
      remedies: expect.arrayContaining([
        { type: 'assign_role', roleId: role.id, name: 'Reader' },
        { type: 'grant_permission', permission: 'deal:read' },
      ]),
    });
    await app.app.get(GrantPermission).execute(user.id, 'deal:read');
    const hidden = { properties: { owner_id: (await createUser(app)).id, visible_to: 1 } };
    expect(await post('explain', 'read', hidden)).toMatchObject({
      decision: false,
      reason: 'not_visible',
      sights: [{ relation: 'same_group', level: 1, isVisible: false }],
      remedies: expect.arrayContaining([{ type: 'follow_item' }, { type: 'widen_level', level: 3 }]),
    });
    expect(await post('explain', 'lift')).toMatchObject({
      remedies: [{ type: 'register_permission', permission: 'deal:lift' }],
    });
  });

  it('is not given of somebody unknown, nor to everybody', async () => {
    const { post } = await scene();
    expect(await post('explain', 'read', {}, v7(), 404)).toMatchObject({ code: 'not_found' });
    const headers = { authorization: await bearer(app, await createUser(app)) };
    for (const path of ['explain', 'plan'])
      await app.request().post(`/auth/v1/authorization/${path}`).set(headers).send({}).expect(403);
  });
});

describe('a plan', () => {
  it('is nothing, what is one’s own, what one sees, or everything', async () => {
    const { post, user } = await scene();
    const list = { id: undefined };
    expect(await post('plan', 'update', list)).toEqual({ effect: 'DENY', reason: 'not_permitted' });
    await app.app.get(GrantPermission).execute(user.id, 'deal:update');
    expect(await post('plan', 'update', list)).toEqual({
      effect: 'CONDITION',
      condition: { kind: 'own', me: user.id },
      sql: { text: 'owner_id = $1', values: [user.id] },
    });
    await app.app.get(GrantPermission).execute(user.id, 'deal:update_any');
    const { effect, sql } = await post('plan', 'update', list);
    expect(effect).toBe('CONDITION');
    const { text, values } = sql as { text: string; values: unknown[] };
    const rows = await app.dataSource.query<{ visible: boolean }[]>(
      `SELECT ${text} AS visible FROM (VALUES ($1::text, 1, 1), ('other', 1, 1), ('other', 1, 3), ('other', 9, 7)) AS item (owner_id, vg, visible_to)`,
      values,
    );
    expect(rows.map(({ visible }) => visible)).toEqual([true, false, true, true]);
    await app.app.get(CreatePermission).execute({ resource: 'deal', action: 'view_all' });
    await app.app.get(GrantPermission).execute(user.id, 'deal:view_all');
    expect(await post('plan', 'update', list)).toEqual({ effect: 'ALLOW' });
  });
});
