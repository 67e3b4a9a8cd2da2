import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  AssignRole,
  AssignRoleToTeam,
  AssignRoleToUsers,
  DeleteRole,
  GetRole,
  ListTeamRoles,
  ListUserRoles,
  RequireSecondFactorForRole,
  RevokeRole,
  RevokeRoleFromTeam,
  RevokeRoleFromUsers,
  SaveSeparationOfDuty,
  SetRoleParents,
  SetRolePermissions,
  UpdateRole,
} from '../apps/auth/src/modules/rbac/index.js';
import {
  AddTeamMembers,
  DeleteTeam,
  GetTeam,
  ListTeamMembers,
  RemoveTeamMember,
  SetTeamManager,
  UpdateTeam,
} from '../apps/auth/src/modules/team/index.js';
import { DeleteUser } from '../apps/auth/src/modules/user/index.js';
import {
  AddManager,
  ClearDefaultLevel,
  GetGroupOfUser,
  GetVisibilityGroup,
  ListDefaultLevels,
  ListManagers,
  MoveMember,
  MoveMembers,
  MoveVisibilityGroup,
  RemoveManager,
  RemoveMember,
  SetDefaultLevel,
  UpdateVisibilityGroup,
} from '../apps/auth/src/modules/visibility-group/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';
import { useUndo } from './support/undo.js';

const app = useApp();
const ALL = { limit: 100 };
const { make, newRole, newTeam, newGroup, history, latest, undoer } = useUndo(app);

const permissionsOf = async (id: string) => [...(await make(GetRole).execute(id)).permissions].sort();
const rolesOf = async (userId: string) => (await make(ListUserRoles).execute(userId, ALL)).items;
const membersOf = async (teamId: string) =>
  (await make(ListTeamMembers).execute(teamId, ALL)).items.map(({ userId, isManager }) => [
    userId,
    isManager,
  ]);
const placeOf = async (userId: string) => (await make(GetGroupOfUser).execute(userId)).id;

describe('a change of a role', () => {
  it('is taken back by its inverse, and that by the next', async () => {
    const undo = await undoer();
    const role = await newRole('user:read', 'audit:read');
    await make(SetRolePermissions).execute(role, ['user:read', 'role:read']);
    const changed = await latest('role', role);
    await undo(changed.id, 'Falsch – это ошибка').expect(204);
    expect(await permissionsOf(role)).toEqual(['audit:read', 'user:read']);
    const undone = await latest('role', role);
    expect(undone).toMatchObject({
      action: 'role.permissions_set',
      reason: `Undoes ${changed.id}: Falsch – это ошибка`,
    });
    await undo(undone.id).expect(204);
    expect(await permissionsOf(role)).toEqual(['role:read', 'user:read']);
    expect((await latest('role', role)).reason).toBe(`Undoes ${undone.id}`);
  });

  it('of its parents and of the second factor too', async () => {
    const undo = await undoer();
    const [role, parent] = [await newRole(), await newRole('user:read')];
    await make(SetRoleParents).execute(role, [parent]);
    await undo((await latest('role', role)).id).expect(204);
    expect((await make(GetRole).execute(role)).parentIds).toEqual([]);
    await make(RequireSecondFactorForRole).execute(role, true);
    await undo((await latest('role', role)).id).expect(204);
    expect((await make(GetRole).execute(role)).requiresSecondFactor).toBe(false);
  });

  it.each([
    ['role', newRole, UpdateRole, GetRole],
    ['team', newTeam, UpdateTeam, GetTeam],
    ['visibility_group', newGroup, UpdateVisibilityGroup, GetVisibilityGroup],
  ] as const)('of its name too, as of a %s', async (kind, create, Update, Get) => {
    const undo = await undoer();
    const id = await create();
    const nameOf = async () => (await make<GetRole | GetTeam | GetVisibilityGroup>(Get).execute(id)).name;
    const rename = make<UpdateRole | UpdateTeam | UpdateVisibilityGroup>(Update);
    const [before, after] = [await nameOf(), `other ${v7()}`];
    await rename.execute(id, { name: after });
    const { id: first } = await latest(kind, id);
    await rename.execute(id, { description: 'said since' });
    expect((await undo(first).expect(409)).body.code).toBe('cannot_undo');
    await undo((await latest(kind, id)).id).expect(204);
    await undo(first).expect(204);
    expect(await nameOf()).toBe(before);
  });

  it('is left when it was changed again since, or the role is gone', async () => {
    const undo = await undoer();
    const role = await newRole();
    await make(SetRolePermissions).execute(role, ['user:read']);
    const first = await latest('role', role);
    await make(SetRolePermissions).execute(role, ['role:read']);
    const { body } = await undo(first.id).expect(409);
    expect(body).toMatchObject({ code: 'cannot_undo', detail: expect.stringContaining('since') });
    expect(await permissionsOf(role)).toEqual(['role:read']);
    const second = await latest('role', role);
    await make(DeleteRole).execute(role);
    await undo(second.id).expect(409);
    const made = (await history('role', role)).find(({ action }) => action === 'role.created');
    const refused = await undo(made?.id ?? '').expect(409);
    expect(refused.body).toMatchObject({ code: 'cannot_undo', detail: expect.stringContaining('kind') });
  });
});

describe('a role that people were given or lost', () => {
  it('is taken or given back, with the time for which they had it', async () => {
    const undo = await undoer();
    const role = await newRole('user:read');
    const [one, two] = [await createUser(app), await createUser(app)];
    const validUntil = new Date(Date.now() + 86_400_000);
    await make(AssignRole).execute(one.id, role, { validUntil });
    await make(AssignRoleToUsers).execute(role, [one.id, two.id], {});
    await undo((await latest('role', role)).id).expect(204);
    expect(await rolesOf(one.id)).toMatchObject([{ roleId: role, validUntil }]);
    expect(await rolesOf(two.id)).toEqual([]);

    await make(RevokeRoleFromUsers).execute(role, [one.id]);
    await undo((await latest('role', role)).id).expect(204);
    expect(await rolesOf(one.id)).toMatchObject([{ roleId: role, validUntil }]);

    await make(RevokeRole).execute(one.id, role);
    await undo((await latest('role', role)).id).expect(204);
    await make(AssignRole).execute(two.id, role);
    await undo((await latest('role', role)).id).expect(204);
    expect([(await rolesOf(one.id)).length, (await rolesOf(two.id)).length]).toEqual([1, 0]);
  });

  it('stands in the history of both', async () => {
    const [role, user] = [await newRole(), await createUser(app)];
    await make(AssignRole).execute(user.id, role);
    await make(RevokeRoleFromUsers).execute(role, [user.id]);
    const told = ['role.revoked_from_users', 'role.assigned'];
    expect((await history('role', role)).map(({ action }) => action).slice(0, 2)).toEqual(told);
    expect((await history('user', user.id)).map(({ action }) => action).slice(0, 2)).toEqual(told);
  });

  it('is given back to all of them or to none', async () => {
    const undo = await undoer();
    const [role, other] = [await newRole(), await newRole()];
    const [one, two, gone] = [await createUser(app), await createUser(app), await createUser(app)];
    await make(AssignRoleToUsers).execute(role, [one.id, two.id, gone.id], {});
    await make(RevokeRoleFromUsers).execute(role, [one.id, gone.id]);
    const revoked = await latest('role', role);
    await make(DeleteUser).execute(gone.id);
    await undo(revoked.id).expect(404);
    expect(await rolesOf(one.id)).toEqual([]);

    await make(RevokeRoleFromUsers).execute(role, [two.id]);
    await make(SaveSeparationOfDuty).create({
      name: v7(),
      description: '',
      cardinality: 2,
      roleIds: [role, other],
    });
    await make(AssignRole).execute(two.id, other);
    const { body } = await undo((await latest('role', role)).id).expect(409);
    expect(body.code).toBe('separation_of_duty');
  });

  it('is given back by none who lacks it', async () => {
    const role = await newRole('user:delete');
    const user = await createUser(app);
    await make(AssignRole).execute(user.id, role);
    await make(RevokeRole).execute(user.id, role);
    const { id } = await latest('role', role);
    const reader = await bearer(app, await createUserWith(app, 'audit:read'));
    expect((await (await undoer(reader))(id).expect(403)).body.code).toBe('forbidden');
    const assigner = await bearer(app, await createUserWith(app, 'audit:read', 'role:assign'));
    expect((await (await undoer(assigner))(id).expect(403)).body.code).toBe('escalation_refused');
    const blind = await bearer(app, await createUserWith(app, 'role:assign', 'authorization:explain'));
    await (await undoer(blind))(id).expect(403);
    await app
      .request()
      .post(`/auth/v1/audit-log/${id}/undo/preview`)
      .set({ authorization: blind })
      .expect(403);
  });

  it('is previewed before', async () => {
    const role = await newRole('audit:read');
    const user = await createUser(app);
    await make(AssignRole).execute(user.id, role);
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    const { body } = await app
      .request()
      .post(`/auth/v1/audit-log/${(await latest('role', role)).id}/undo/preview`)
      .set({ authorization })
      .expect(200);
    expect(body).toMatchObject({
      userCount: 1,
      differences: [{ permissions: { loses: { first: ['audit:read'] } } }],
    });
    expect(await rolesOf(user.id)).toHaveLength(1);
  });
});

describe('a change of a team', () => {
  it('is taken back: members, managers, roles', async () => {
    const undo = await undoer();
    const undoLatest = async () => undo((await latest('team', team)).id).expect(204);
    const [team, role] = [await newTeam(), await newRole('user:read')];
    const [one, two] = [await createUser(app), await createUser(app)];
    await make(AddTeamMembers).execute(team, [one.id, two.id]);
    const added = await latest('team', team);
    await make(SetTeamManager).execute(team, one.id, true);
    await undo(added.id).expect(409);
    await make(RemoveTeamMember).execute(team, one.id);
    const removed = (await history('team', team)).find(({ action }) => action === 'team.member_removed');
    await undo(removed?.id ?? '').expect(204);
    expect(new Map((await membersOf(team)) as [string, boolean][])).toEqual(
      new Map([
        [one.id, true],
        [two.id, false],
      ]),
    );
    await undoLatest();
    await undo(added.id).expect(204);
    expect(await membersOf(team)).toEqual([]);

    await make(AssignRoleToTeam).execute(team, role, { teamScoped: true });
    await make(AssignRoleToTeam).execute(team, role, { teamScoped: false });
    await undoLatest();
    const carried = async () => (await make(ListTeamRoles).execute(team, ALL)).items;
    expect(await carried()).toMatchObject([{ roleId: role, teamScoped: true }]);
    await make(RevokeRoleFromTeam).execute(team, role);
    await undoLatest();
    expect(await carried()).toMatchObject([{ roleId: role, teamScoped: true }]);
    expect((await history('role', role)).map(({ action }) => action)).toContain('team.role_assigned');
  });

  it('is left when the team is gone', async () => {
    const undo = await undoer();
    const team = await newTeam();
    await make(AddTeamMembers).execute(team, [(await createUser(app)).id]);
    const added = await latest('team', team);
    await make(DeleteTeam).execute(team);
    expect((await undo(added.id).expect(409)).body.code).toBe('cannot_undo');
  });
});

describe('a change of a visibility group', () => {
  it('is taken back: its place, managers and defaults', async () => {
    const undo = await undoer();
    const undoLatest = async () => undo((await latest('visibility_group', group)).id).expect(204);
    const [group, above] = [await newGroup(), await newGroup()];
    const user = await createUser(app);
    const parent = async () => (await make(GetVisibilityGroup).execute(group)).parentId;
    const managers = async () => (await make(ListManagers).execute(group, ALL)).items.length;
    const levels = async () =>
      (await make(ListDefaultLevels).execute(group, ALL)).items.map(({ level }) => level);

    await make(MoveVisibilityGroup).execute(group, above);
    await undoLatest();
    expect(await parent()).toBeNull();
    await make(AddManager).execute(group, user.id);
    await undoLatest();
    expect(await managers()).toBe(0);
    await undoLatest();
    await make(RemoveManager).execute(group, user.id);
    await undoLatest();
    expect(await managers()).toBe(1);
    await make(SetDefaultLevel).execute(group, 'user', 7);
    await make(SetDefaultLevel).execute(group, 'user', 5);
    await undoLatest();
    expect(await levels()).toEqual([7]);
    await make(ClearDefaultLevel).execute(group, 'user');
    await undoLatest();
    expect(await levels()).toEqual([7]);
  });

  it('is taken back: who is in it, each to where they came from', async () => {
    const undo = await undoer();
    const [group, other] = [await newGroup(), await newGroup()];
    const [one, two] = [await createUser(app), await createUser(app)];
    const nowhere = await placeOf(two.id);
    await make(MoveMember).execute(other, one.id);
    await make(MoveMembers).execute(group, [one.id, two.id]);
    expect((await latest('visibility_group', other)).action).toBe('visibility_group.members_moved');
    await undo((await latest('visibility_group', group)).id).expect(204);
    expect([await placeOf(one.id), await placeOf(two.id)]).toEqual([other, nowhere]);

    await make(RemoveMember).execute(other, one.id);
    await undo((await latest('visibility_group', other)).id).expect(204);
    await make(MoveMember).execute(group, one.id);
    await undo((await latest('visibility_group', group)).id).expect(204);
    expect(await placeOf(one.id)).toBe(other);
  });
});

describe('the reason of a change', () => {
  it('stands in the log, and a bad one is refused', async () => {
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    const create = (reason: string) =>
      app
        .request()
        .post('/auth/v1/roles')
        .set({ authorization, 'x-change-reason': reason })
        .send({ name: v7() });
    const { body } = await create(encodeURIComponent('Новая задача')).expect(201);
    const reasons = (await history('role', body.id)).map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(['Новая задача']));
    const refused = await create('50 %').expect(400);
    expect(refused.body.errors).toMatchObject([{ field: 'X-Change-Reason' }]);
    await create('a'.repeat(501)).expect(400);
    await app
      .request()
      .get(`/auth/v1/roles/${body.id}`)
      .set({ authorization, 'x-change-reason': '50 %' })
      .expect(200);
  });
});
