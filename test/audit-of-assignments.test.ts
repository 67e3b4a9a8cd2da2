import { beforeEach, describe, expect, it } from '@jest/globals';
import { AssignRole, CreateRole } from '../apps/auth/src/modules/rbac/index.js';
import { CreateTeam } from '../apps/auth/src/modules/team/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWithRole } from './support/people.js';

const app = useApp();
const FROM = '2026-01-01T00:00:00.000Z';
const UNTIL = '2999-01-01T00:00:00.000Z';
let root: UserView;
let authorization: string;
beforeEach(async () => {
  root = await createUserWithRole(app, 'superuser');
  authorization = await bearer(app, root);
});

const send = (method: 'post' | 'put' | 'delete', path: string, body: object = {}) =>
  app.request()[method](`/auth/v1${path}`).set({ authorization }).send(body);
const newRole = (name: string) => app.app.get(CreateRole).execute({ name, permissions: ['user:read'] });
const auditOf = (subjectId: string) =>
  app.dataSource.query<{ action: string; before: unknown; after: unknown }[]>(
    'SELECT action, before, after FROM audit_log WHERE subject_id = $1 AND actor_id = $2 ORDER BY id',
    [subjectId, root.id],
  );

describe('the audit log tells of a role the whole of what held and of what resulted', () => {
  it('for a user', async () => {
    const [role, user] = [await newRole('sailor'), await createUser(app)];
    const path = `/users/${user.id}/roles/${role.id}`;
    await send('put', path, { validFrom: FROM, validUntil: UNTIL }).expect(204);
    // The beginning is not said again, so that it stays.
    await send('put', path).expect(204);
    await send('delete', path).expect(204);
    const told = { roleId: role.id, role: 'sailor', validFrom: FROM, grantedBy: root.id };
    expect(await auditOf(user.id)).toEqual([
      { action: 'role.assigned', before: null, after: { ...told, validUntil: UNTIL } },
      {
        action: 'role.assigned',
        before: { ...told, validUntil: UNTIL },
        after: { ...told, validUntil: null },
      },
      { action: 'role.revoked', before: { ...told, validUntil: null }, after: null },
    ]);
  });

  it('for a team', async () => {
    const [role, team] = [await newRole('crew'), await app.app.get(CreateTeam).execute({ name: 'Boat' })];
    const path = `/teams/${team.id}/roles/${role.id}`;
    await send('put', path, { teamScoped: true, validFrom: FROM, validUntil: UNTIL }).expect(204);
    await send('put', path).expect(204);
    await send('delete', path).expect(204);
    const told = { roleId: role.id, role: 'crew', validFrom: FROM, grantedBy: root.id };
    const scoped = { ...told, teamScoped: true, validUntil: UNTIL };
    const everywhere = { ...told, teamScoped: false, validUntil: null };
    expect(await auditOf(team.id)).toEqual([
      { action: 'team.role_assigned', before: null, after: scoped },
      { action: 'team.role_assigned', before: scoped, after: everywhere },
      { action: 'team.role_revoked', before: everywhere, after: null },
    ]);
  });

  it('for many users', async () => {
    const [role, one, other] = [await newRole('pilot'), await createUser(app), await createUser(app)];
    await app.app.get(AssignRole).execute(one.id, role.id, { validFrom: new Date(FROM) });
    const path = `/roles/${role.id}/assignments`;
    await send('post', path, { userIds: [one.id, other.id], validUntil: UNTIL }).expect(200);
    await send('post', `${path}/revoke`, { userIds: [one.id, other.id] }).expect(200);
    const given = { roleId: role.id, validUntil: UNTIL, grantedBy: root.id };
    const assignments = expect.arrayContaining([
      { userId: one.id, ...given, validFrom: FROM },
      { userId: other.id, ...given, validFrom: expect.any(String) },
    ]);
    expect(await auditOf(role.id)).toEqual([
      {
        action: 'role.assigned_to_users',
        before: {
          role: 'pilot',
          assignments: [
            { userId: one.id, roleId: role.id, validFrom: FROM, validUntil: null, grantedBy: null },
          ],
        },
        after: { role: 'pilot', assignments },
      },
      { action: 'role.revoked_from_users', before: { role: 'pilot', assignments }, after: null },
    ]);
  });

  it('and of a permission without a role', async () => {
    const user = await createUser(app);
    const path = `/users/${user.id}/grants/user:read`;
    await send('put', path, { validFrom: FROM, validUntil: UNTIL }).expect(204);
    await send('put', path).expect(204);
    await send('delete', path).expect(204);
    const told = { permission: 'user:read', validFrom: FROM, grantedBy: root.id };
    expect(await auditOf(user.id)).toEqual([
      { action: 'permission.granted', before: null, after: { ...told, validUntil: UNTIL } },
      {
        action: 'permission.granted',
        before: { ...told, validUntil: UNTIL },
        after: { ...told, validUntil: null },
      },
      { action: 'permission.revoked', before: { ...told, validUntil: null }, after: null },
    ]);
  });

  it('and of the parents of a role those that it has, in the order in which they are shown', async () => {
    const [child, a, b] = [await newRole('child'), await newRole('a'), await newRole('b')];
    await send('put', `/roles/${child.id}/parents`, { parentIds: [b.id, a.id] }).expect(200);
    expect(await auditOf(child.id)).toEqual([
      { action: 'role.parents_set', before: [], after: [a.id, b.id] },
    ]);
  });
});
