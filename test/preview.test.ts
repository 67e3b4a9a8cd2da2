import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import { GetEffectivePermissions } from '../apps/auth/src/modules/authorization/index.js';
import {
  AssignRole,
  AssignRoleToTeam,
  CreateRole,
  RequireSecondFactorForRole,
  SaveSeparationOfDuty,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam } from '../apps/auth/src/modules/team/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import {
  AddManager,
  CreateVisibilityGroup,
  MoveMember,
  MoveVisibilityGroup,
} from '../apps/auth/src/modules/visibility-group/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

const app = useApp();

const newRole = async (...permissions: PermissionName[]) =>
  (await app.app.get(CreateRole).execute({ name: `role ${v7()}`, permissions })).id;
const newGroup = (name: string, parentId?: string) =>
  app.app.get(CreateVisibilityGroup).execute({ name, ...(parentId === undefined ? {} : { parentId }) });
const give = (user: UserView, roleId: string) => app.app.get(AssignRole).execute(user.id, roleId);
const previewer = async (user?: UserView) => {
  const authorization = await bearer(app, user ?? (await createUserWithRole(app, 'superuser')));
  return (change: string, given: object) =>
    app
      .request()
      .post('/auth/v1/authorization/preview')
      .set({ authorization })
      .send({ change, ...given });
};
const gains = (...names: string[]) => ({
  gains: { count: names.length, first: names },
  loses: { count: 0, first: [] },
});
const loses = (...names: string[]) => ({
  gains: { count: 0, first: [] },
  loses: { count: names.length, first: names },
});

describe('a preview', () => {
  it('says who gains and who loses what, over inheritance, and changes nothing', async () => {
    const preview = await previewer();
    const [base, heir] = [await newRole('audit:read'), await newRole()];
    await app.app.get(SetRoleParents).execute(heir, [base]);
    const [direct, inheriting] = [await createUser(app), await createUser(app)];
    await give(direct, base);
    await give(inheriting, heir);
    const revision = () =>
      app.dataSource.query(
        'SELECT rev, (SELECT count(*) FROM audit_log) AS events FROM authorization_revision',
      );
    const before = await revision();
    const answer = await preview('set_role_permissions', { roleId: base, permissions: ['user:read'] }).expect(
      200,
    );
    expect(answer.body).toMatchObject({
      userCount: 2,
      complete: true,
      locksYouOut: false,
      differences: [
        {
          userCount: 2,
          users: [{ id: direct.id, email: direct.email }, { id: inheriting.id }],
          permissions: {
            gains: { count: 1, first: ['user:read'] },
            loses: { count: 1, first: ['audit:read'] },
          },
        },
      ],
    });
    expect(answer.headers['x-authz-revision']).toBeUndefined();
    expect(await revision()).toEqual(before);
    expect(await app.app.get(GetEffectivePermissions).execute(direct.id)).toContain('audit:read');
  });

  it('counts what another source brings as no loss', async () => {
    const preview = await previewer();
    const [one, other] = [await newRole('audit:read'), await newRole('audit:read', 'user:read')];
    const user = await createUser(app);
    await give(user, one);
    await give(user, other);
    const same = await preview('revoke_role', { roleId: one, userIds: [user.id] }).expect(200);
    expect(same.body).toMatchObject({ userCount: 0, differences: [] });
    const { body } = await preview('revoke_role', { roleId: other, userIds: [user.id] }).expect(200);
    expect(body.differences).toMatchObject([{ permissions: loses('user:read') }]);
  });

  it('knows teams, what holds in a team alone, and windows that open later', async () => {
    const preview = await previewer();
    const team = await app.app.get(CreateTeam).execute({ name: `team ${v7()}` });
    const role = await newRole('audit:read');
    const user = await createUser(app);
    const joining = { teamId: team.id, userIds: [user.id] };
    expect((await preview('add_team_members', joining).expect(200)).body.differences).toEqual([]);
    await app.app.get(AddTeamMembers).execute(team.id, [user.id]);
    const terms = { teamId: team.id, roleId: role, validFrom: new Date(Date.now() + 3_600_000) };
    const everywhere = (await preview('assign_role_to_team', terms).expect(200)).body;
    expect(everywhere.differences).toMatchObject([{ permissions: gains('audit:read'), inTeams: [] }]);
    const scoped = (await preview('assign_role_to_team', { ...terms, teamScoped: true }).expect(200)).body;
    expect(scoped.differences).toMatchObject([
      { permissions: gains(), inTeams: [{ teamId: team.id, team: team.name, ...gains('audit:read') }] },
    ]);
    await app.app.get(AssignRoleToTeam).execute(team.id, role);
    const gone = (await preview('delete_team', { teamId: team.id }).expect(200)).body;
    expect(gone.differences).toMatchObject([{ users: [{ id: user.id }], permissions: loses('audit:read') }]);
  });

  it('says whose records somebody sees afterwards', async () => {
    const preview = await previewer();
    const [north, south] = [await newGroup('North'), await newGroup('South')];
    const oslo = await newGroup('Oslo', north.id);
    const [boss, other, manager, seller] = [
      await createUser(app),
      await createUser(app),
      await createUser(app),
      await createUser(app),
    ];
    await app.app.get(MoveMember).execute(north.id, boss.id);
    await app.app.get(MoveMember).execute(south.id, other.id);
    await app.app.get(MoveMember).execute(oslo.id, seller.id);
    await app.app.get(AddManager).execute(north.id, manager.id);
    const { body } = await preview('move_visibility_group', { groupId: oslo.id, parentId: south.id }).expect(
      200,
    );
    const of = (user: UserView) =>
      (body.differences as { users: { id: string }[] }[]).find(({ users }) =>
        users.some(({ id }) => id === user.id),
      );
    expect(of(boss)).toMatchObject({ seesAllOf: { gains: [], loses: ['Oslo'] } });
    expect(of(other)).toMatchObject({ seesAllOf: { gains: ['Oslo'], loses: [] } });
    expect(of(manager)).toMatchObject({ seesAllOf: { gains: [], loses: ['Oslo'] } });
    expect(of(seller)).toMatchObject({ seesSharedOf: { gains: ['South'], loses: ['North'] } });
    expect(body.userCount).toBe(4);
  });

  it('warns who would lock themselves out', async () => {
    const administrator = await createUserWithRole(app, 'administrator');
    const role = await newRole('rbac:bind', 'rbac:escalate');
    await give(administrator, role);
    const [row] = await app.dataSource.query("SELECT id FROM roles WHERE name = 'administrator'");
    const preview = await previewer(administrator);
    const own = await preview('revoke_role', { roleId: row.id, userIds: [administrator.id] }).expect(200);
    expect(own.body).toMatchObject({ locksYouOut: true, userCount: 1 });
    const harmless = await preview('revoke_role', { roleId: role, userIds: [administrator.id] }).expect(200);
    expect(harmless.body.locksYouOut).toBe(false);
  });

  it('looks at every moment at which a window that is given opens or closes', async () => {
    const preview = await previewer();
    const role = await newRole('audit:read');
    const [has, hasNot] = [await createUser(app), await createUser(app)];
    await give(has, role);
    const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    const of = async (user: UserView, window: object) => {
      const { body } = await preview('assign_role', { roleId: role, userIds: [user.id], ...window }).expect(
        200,
      );
      return (body.differences as { at: string; permissions: object }[]).map(({ at, permissions }) => ({
        at: new Date(at),
        permissions,
      }));
    };
    const [begin, end] = [hour(1), hour(2)];
    expect(await of(has, { validUntil: end })).toEqual([{ at: end, permissions: loses('audit:read') }]);
    expect(await of(has, { validFrom: begin, validUntil: end })).toEqual([
      { at: expect.any(Date), permissions: loses('audit:read') },
      { at: end, permissions: loses('audit:read') },
    ]);
    expect(await of(hasNot, { validFrom: begin, validUntil: end })).toEqual([
      { at: begin, permissions: gains('audit:read') },
    ]);
    expect(await of(hasNot, {})).toMatchObject([{ permissions: gains('audit:read') }]);
    const { body } = await preview('assign_role', {
      roleId: role,
      userIds: [has.id, hasNot.id],
      validFrom: begin,
      validUntil: end,
    }).expect(200);
    expect(body.userCount).toBe(2);
  });

  it('says who would need a second factor, and to whose session everything is closed then', async () => {
    const administrator = await createUserWithRole(app, 'administrator');
    const role = await newRole();
    await give(administrator, role);
    await give(administrator, await newRole('rbac:escalate'));
    const preview = await previewer(administrator);
    const change = { roleId: role, required: true };
    const { body } = await preview('set_role_second_factor', change).expect(200);
    expect(body).toMatchObject({
      userCount: 1,
      locksYouOut: true,
      differences: [{ users: [{ id: administrator.id }], secondFactor: 'wanted', permissions: gains() }],
    });
    await app.app.get(RequireSecondFactorForRole).execute(role, true);
    const root = await previewer();
    const back = await root('set_role_second_factor', { ...change, required: false }).expect(200);
    expect(back.body).toMatchObject({
      locksYouOut: false,
      differences: [{ secondFactor: 'no_longer_wanted' }],
    });
  });

  it('knows managers, wildcards, and who leaves a group', async () => {
    const preview = await previewer();
    const role = await newRole('audit:read');
    const user = await createUser(app);
    const team = await app.app.get(CreateTeam).execute({ name: v7() });
    await app.app.get(AssignRoleToTeam).execute(team.id, role);
    const leading = { teamId: team.id, userId: user.id };
    const led = await preview('add_team_manager', leading).expect(200);
    expect(led.body.differences).toMatchObject([{ permissions: gains('audit:read') }]);
    expect((await preview('remove_team_manager', leading).expect(404)).body.code).toBe('not_found');
    await give(user, role);
    const wild = await preview('set_role_permissions', {
      roleId: role,
      permissions: ['audit:*', 'user:read'],
    });
    expect(wild.body.differences).toMatchObject([
      { permissions: gains('audit:export', 'audit:verify', 'user:read') },
    ]);
    const [top, below] = [await newGroup('Top'), await newGroup('Below')];
    await app.app.get(MoveMember).execute(below.id, user.id);
    await app.app.get(MoveVisibilityGroup).execute(below.id, top.id);
    const left = await preview('remove_visibility_group_member', { groupId: below.id, userId: user.id });
    expect(left.body.differences).toMatchObject([
      { seesSharedOf: { gains: ['Everybody'], loses: expect.arrayContaining(['Top', 'Below']) } },
    ]);
  });

  it('is refused as the change itself would be', async () => {
    const preview = await previewer();
    const [payer, approver] = [await newRole(), await newRole()];
    await app.app.get(SaveSeparationOfDuty).create({ name: `rule ${v7()}`, roleIds: [payer, approver] });
    const user = await createUser(app);
    await give(user, payer);
    const code = async (status: number, change: string, given: object) =>
      (await preview(change, given).expect(status)).body.code as string;
    expect(await code(409, 'assign_role', { roleId: approver, userIds: [user.id] })).toBe(
      'separation_of_duty',
    );
    await app.app.get(SetRoleParents).execute(payer, [await newRole()]);
    expect(await code(404, 'delete_team', { teamId: v7() })).toBe('not_found');
    expect(await code(400, 'assign_role', { roleId: approver })).toBe('invalid_request');
    expect(await code(400, 'make_tea', {})).toBe('invalid_request');
    const late = { roleId: payer, userIds: [user.id], validFrom: '2030-01-01', validUntil: '2029-01-01' };
    expect(await code(400, 'assign_role', late)).toBe('invalid_window');
    const group = await newGroup(`group ${v7()}`);
    const loop = { groupId: group.id, parentId: group.id };
    expect(await code(409, 'move_visibility_group', loop)).toBe('hierarchy_cycle');
    const weak = await previewer(await createUserWith(app, 'authorization:explain'));
    expect((await weak('delete_role', { roleId: payer }).expect(403)).body.code).toBe('forbidden');
  });
});
