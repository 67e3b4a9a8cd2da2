import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  AssignRole,
  AssignRoleToTeam,
  CreateRole,
  DeletePermission,
  DeleteRole,
  GetRole,
  ListTeamRoles,
  RequireSecondFactorForRole,
  SaveSeparationOfDuty,
  SetRoleParents,
  UpdateRole,
} from '../apps/auth/src/modules/rbac/index.js';
import type { UndoPreviewResponse } from '../apps/auth/src/modules/authorization/api/preview.dto.js';
import { GetEffectivePermissions } from '../apps/auth/src/modules/authorization/index.js';
import {
  AddTeamMembers,
  CreateTeam,
  DeleteTeam,
  GetTeam,
  ListTeamMembers,
  SetTeamManager,
} from '../apps/auth/src/modules/team/index.js';
import { DeleteUser } from '../apps/auth/src/modules/user/index.js';
import {
  AddManager,
  DeleteVisibilityGroup,
  GetGroupOfUser,
  GetVisibilityGroup,
  ListDefaultLevels,
  ListManagers,
  MoveMember,
  MoveVisibilityGroup,
  SetDefaultLevel,
} from '../apps/auth/src/modules/visibility-group/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';
import { useUndo } from './support/undo.js';

const app = useApp();
const ALL = { limit: 100 };
const { make, newRole, newTeam, newGroup, history, latest, undoer } = useUndo(app);

const actionsOf = async (...of: Parameters<typeof history>) =>
  (await history(...of)).map(({ action }) => action);
const preview = async (eventId: string): Promise<UndoPreviewResponse> => {
  const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
  const path = `/auth/v1/audit-log/${eventId}/undo/preview`;
  const { body } = await app.request().post(path).set({ authorization }).expect(200);
  return body as UndoPreviewResponse;
};
const granted = async (userId: string) => new Set(await make(GetEffectivePermissions).execute(userId));

describe('a deleted role', () => {
  it('comes back with all that it held', async () => {
    const [role, parent] = [await newRole('user:read', 'audit:*'), await newRole('role:read')];
    await make(SetRoleParents).execute(role, [parent]);
    await make(RequireSecondFactorForRole).execute(role, true);
    const before = await make(GetRole).execute(role);
    await make(DeleteRole).execute(role);
    const { id } = await latest('role', role);
    expect(await preview(id)).toMatchObject({ userCount: 0, notRestored: [] });
    await (await undoer())(id, 'Still needed').expect(204);

    const { version, ...after } = await make(GetRole).execute(role);
    const { version: was, createdAt: _, updatedAt: __, ...same } = before;
    expect(after).toMatchObject(same);
    // Who still shows what it was before the deletion does not write over what it is now.
    expect(version).toBeGreaterThan(was);
    const told = await history('role', role);
    expect(told.map(({ action }) => action).slice(0, 4)).toEqual([
      'role.updated',
      'role.parents_set',
      'role.permissions_set',
      'role.restored',
    ]);
    expect(new Set(told.slice(0, 4).map(({ reason }) => reason))).toEqual(
      new Set([`Undoes ${id}: Still needed`]),
    );
  });

  it('comes back without what is gone, and that is told before', async () => {
    const permission = 'undo_deletions:do';
    await app.dataSource.query(
      `WITH r AS (INSERT INTO resources (id, key, service, description) VALUES ($1, 'undo_deletions', '', '') RETURNING id)
       INSERT INTO permissions (id, resource_id, action, name, description) SELECT $2, id, 'do', $3, '' FROM r`,
      [v7(), v7(), permission],
    );
    const [role, parent, team] = [await newRole('user:read', permission), await newRole(), await newTeam()];
    await make(SetRoleParents).execute(role, [parent]);
    await make(AssignRoleToTeam).execute(team, role);
    await make(DeleteTeam).execute(team);
    await make(DeleteRole).execute(role);
    const { id } = await latest('role', role);
    await make(DeleteRole).execute(parent);
    const [{ id: permissionId }] = await app.dataSource.query('SELECT id FROM permissions WHERE name = $1', [
      permission,
    ]);
    await make(DeletePermission).execute(permissionId);
    expect((await preview(id)).notRestored).toEqual([
      { what: 'permission', why: 'gone', ids: [permission] },
      { what: 'parent', why: 'gone', ids: [parent] },
      { what: 'team', why: 'gone', ids: [team] },
    ]);
    await (await undoer())(id).expect(204);
    expect(await make(GetRole).execute(role)).toMatchObject({ permissions: ['user:read'], parentIds: [] });
  });

  it('does not come back under a name that is taken, nor twice, nor from an earlier deletion', async () => {
    const undo = await undoer();
    const name = `role ${v7()}`;
    const { id: role } = await make(CreateRole).execute({ name });
    await make(DeleteRole).execute(role);
    const first = await latest('role', role);
    const { id: other } = await make(CreateRole).execute({ name });
    expect((await undo(first.id).expect(409)).body.code).toBe('already_exists');
    await make(UpdateRole).execute(other, { name: `role ${v7()}` });
    await undo(first.id).expect(204);
    expect((await undo(first.id).expect(409)).body.code).toBe('cannot_undo');
    await make(DeleteRole).execute(role);
    expect((await undo(first.id).expect(409)).body.code).toBe('cannot_undo');
    await undo((await latest('role', role)).id).expect(204);
  });

  it('is brought back by none who may not give what it held', async () => {
    const role = await newRole('user:delete');
    await make(DeleteRole).execute(role);
    const { id } = await latest('role', role);
    const reader = await bearer(app, await createUserWith(app, 'audit:read', 'role:update'));
    expect((await (await undoer(reader))(id).expect(403)).body.code).toBe('forbidden');
    const maker = await createUserWith(app, 'audit:read', 'role:create', 'role:update');
    const refused = await (await undoer(await bearer(app, maker)))(id).expect(403);
    expect(refused.body.code).toBe('escalation_refused');
    await expect(make(GetRole).execute(role)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a deleted team', () => {
  it('comes back with its people and what it carried', async () => {
    const [team, role] = [await newTeam(), await newRole('session:read')];
    const [manager, member] = [await createUser(app), await createUser(app)];
    await make(AddTeamMembers).execute(team, [member.id]);
    await make(SetTeamManager).execute(team, manager.id, true);
    await make(AssignRoleToTeam).execute(team, role);
    const { version } = await make(GetTeam).execute(team);
    await make(DeleteTeam).execute(team);
    expect(await granted(member.id)).not.toContain('session:read');
    const { id } = await latest('team', team);
    expect(await preview(id)).toMatchObject({
      userCount: 2,
      differences: [{ permissions: { gains: { first: ['session:read'] } } }],
      notRestored: [],
    });
    await (await undoer())(id).expect(204);
    expect(await granted(member.id)).toContain('session:read');
    const { items } = await make(ListTeamMembers).execute(team, ALL);
    expect(new Map(items.map(({ userId, isManager }) => [userId, isManager]))).toEqual(
      new Map([
        [manager.id, true],
        [member.id, false],
      ]),
    );
    expect((await make(GetTeam).execute(team)).version).toBeGreaterThan(version);
    expect((await actionsOf('team', team))[0]).toBe('team.restored');
  });

  it('comes back without whom and what is gone, and that is told before', async () => {
    const undo = await undoer();
    const [team, role] = [await newTeam(), await newRole('session:read')];
    const gone = await createUser(app);
    await make(AddTeamMembers).execute(team, [gone.id]);
    await make(AssignRoleToTeam).execute(team, role);
    await make(DeleteTeam).execute(team);
    const { id } = await latest('team', team);
    await make(DeleteUser).execute(gone.id);
    await make(DeleteRole).execute(role);
    expect(await preview(id)).toMatchObject({
      userCount: 0,
      notRestored: [
        { what: 'member', why: 'gone', ids: [gone.id] },
        { what: 'role', why: 'gone', ids: [role] },
      ],
    });
    await undo(id).expect(204);
    expect((await make(ListTeamMembers).execute(team, ALL)).items).toEqual([]);
    expect((await make(ListTeamRoles).execute(team, ALL)).items).toEqual([]);
  });

  it('does not come back where it breaks a rule', async () => {
    const undo = await undoer();
    const name = `team ${v7()}`;
    const { id: team } = await make(CreateTeam).execute({ name });
    const [paying, approving, user] = [await newRole(), await newRole(), await createUser(app)];
    await make(AddTeamMembers).execute(team, [user.id]);
    await make(AssignRoleToTeam).execute(team, paying);
    await make(DeleteTeam).execute(team);
    const { id } = await latest('team', team);

    const { id: namesake } = await make(CreateTeam).execute({ name });
    expect((await undo(id).expect(409)).body.code).toBe('already_exists');
    await make(DeleteTeam).execute(namesake);

    const roleIds = [paying, approving];
    await make(SaveSeparationOfDuty).create({ name: v7(), description: '', cardinality: 2, roleIds });
    await make(AssignRole).execute(user.id, approving);
    expect((await undo(id).expect(409)).body.code).toBe('separation_of_duty');
    await expect(make(GetTeam).execute(team)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is brought back by none who may not give what it carried, or not say who is in it', async () => {
    const [team, role] = [await newTeam(), await newRole('user:delete')];
    await make(AssignRoleToTeam).execute(team, role);
    await make(DeleteTeam).execute(team);
    const { id } = await latest('team', team);
    const maker = await createUserWith(app, 'audit:read', 'team:create');
    expect((await (await undoer(await bearer(app, maker)))(id).expect(403)).body.code).toBe('forbidden');
    const lacking = await createUserWith(app, 'audit:read', 'team:create', 'team:assign');
    const refused = await (await undoer(await bearer(app, lacking)))(id).expect(403);
    expect(refused.body.code).toBe('escalation_refused');
  });
});

describe('a deleted visibility group', () => {
  const placeOf = async (userId: string) => (await make(GetGroupOfUser).execute(userId)).id;
  const parentOf = async (id: string) => (await make(GetVisibilityGroup).execute(id)).parentId;

  /** Above it one, below it one, in it two, managed by one of them; and where they all went. */
  async function deleted() {
    const above = await newGroup();
    const group = await newGroup(above);
    const [below, successor] = [await newGroup(group), await newGroup()];
    const [one, two] = [await createUser(app), await createUser(app)];
    await make(MoveMember).execute(group, one.id);
    await make(MoveMember).execute(group, two.id);
    await make(AddManager).execute(group, one.id);
    await make(SetDefaultLevel).execute(group, 'user', 7);
    const { number } = await make(GetVisibilityGroup).execute(group);
    await make(DeleteVisibilityGroup).execute(group, { transferTo: successor, reparentTo: successor });
    return {
      group,
      above,
      below,
      successor,
      one,
      two,
      number,
      event: await latest('visibility_group', group),
    };
  }

  it('comes back where it was, with its people, the groups below and its defaults', async () => {
    const { group, above, below, one, two, number, event } = await deleted();
    expect((await preview(event.id)).notRestored).toEqual([]);
    await (await undoer())(event.id).expect(204);
    expect(await make(GetVisibilityGroup).execute(group)).toMatchObject({ number, parentId: above });
    expect(await parentOf(below)).toBe(group);
    expect([await placeOf(one.id), await placeOf(two.id)]).toEqual([group, group]);
    const managers = (await make(ListManagers).execute(group, ALL)).items.map(({ userId }) => userId);
    expect(managers).toEqual([one.id]);
    expect((await make(ListDefaultLevels).execute(group, ALL)).items).toEqual([{ type: 'user', level: 7 }]);
    expect(await actionsOf('visibility_group', group)).toContain('visibility_group.restored');
  });

  it('leaves where it is what was moved since, does without what is gone, and tells so before', async () => {
    const { group, above, below, one, two, successor, event } = await deleted();
    const [undo, elsewhere] = [await undoer(), await newGroup()];
    await make(MoveVisibilityGroup).execute(below, elsewhere);
    await make(MoveMember).execute(elsewhere, two.id);
    await make(DeleteUser).execute(one.id);
    await make(DeleteVisibilityGroup).execute(above);
    expect((await preview(event.id)).notRestored).toEqual([
      { what: 'above', why: 'gone', ids: [above] },
      { what: 'child', why: 'elsewhere', ids: [below] },
      { what: 'member', why: 'gone', ids: [one.id] },
      { what: 'member', why: 'elsewhere', ids: [two.id] },
      { what: 'manager', why: 'gone', ids: [one.id] },
    ]);
    await undo(event.id).expect(204);
    expect(await parentOf(group)).toBeNull();
    expect(await parentOf(below)).toBe(elsewhere);
    expect(await placeOf(two.id)).toBe(elsewhere);
    expect(await parentOf(successor)).toBeNull();
  });

  it('does not come back where groups would be above themselves', async () => {
    const { group, above, below, event, successor } = await deleted();
    await make(MoveVisibilityGroup).execute(above, below);
    expect(await parentOf(below)).toBe(successor);
    expect((await (await undoer())(event.id).expect(409)).body.code).toBe('hierarchy_cycle');
    await expect(make(GetVisibilityGroup).execute(group)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is brought back by none who would see more by it', async () => {
    const { above, event } = await deleted();
    const rights = ['create', 'update', 'assign'].map((verb) => `visibility_group:${verb}` as const);
    const actor = await createUserWith(app, 'audit:read', ...rights);
    await make(MoveMember).execute(above, actor.id);
    const refused = await (await undoer(await bearer(app, actor)))(event.id).expect(403);
    expect(refused.body.code).toBe('escalation_refused');
    const maker = await createUserWith(app, 'audit:read', 'visibility_group:create');
    expect((await (await undoer(await bearer(app, maker)))(event.id).expect(403)).body.code).toBe(
      'forbidden',
    );
  });
});
