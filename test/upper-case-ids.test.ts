import { expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  AssignRoleToTeam,
  CreatePermission,
  CreateResource,
  CreateRole,
  GrantPermission,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam } from '../apps/auth/src/modules/team/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWithRole, newEmail } from './support/people.js';

const app = useApp();

const as = async (role: string) => {
  const authorization = await bearer(app, await createUserWithRole(app, role));
  return (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    app.request()[method](path).set({ authorization }).send(body);
};
const newRole = async () => (await app.app.get(CreateRole).execute({ name: v7() })).id;
const upper = (id: string) => id.toUpperCase();

it('ids of roles in bodies may be in upper case', async () => {
  const send = await as('superuser');
  const [child, parent] = [await newRole(), await newRole()];
  const parents = await send('put', `/auth/v1/roles/${child}/parents`, { parentIds: [upper(parent)] });
  expect([parents.status, parents.body.parentIds]).toEqual([200, [parent]]);
  const apart = { name: 'apart', roleIds: [await newRole(), await newRole()].map(upper) };
  const rule = await send('post', '/auth/v1/separation-of-duty', apart);
  expect([rule.status, rule.body.roleIds.sort()]).toEqual([
    201,
    apart.roleIds.map((id) => id.toLowerCase()).sort(),
  ]);
  const twice = { name: 'twice', roleIds: [parent, upper(parent)] };
  expect((await send('post', '/auth/v1/separation-of-duty', twice)).status).toBe(400);
  await send('post', '/auth/v1/invitations', { email: newEmail(), roleIds: [upper(parent)] }).expect(201);
});

it('so may the ids of users and teams in questions', async () => {
  const send = await as('superuser');
  await app.app.get(CreateResource).execute({ key: 'deal', service: 'sales' });
  await app.app.get(CreatePermission).execute({ resource: 'deal', action: 'read' });
  const [owner, member] = [await createUser(app), await createUser(app)];
  await app.app.get(GrantPermission).execute(owner.id, 'deal:read');
  const { id: roleId } = await app.app.get(CreateRole).execute({ name: v7(), permissions: ['deal:read'] });
  const team = await app.app.get(CreateTeam).execute({ name: v7() });
  await app.app.get(AssignRoleToTeam).execute(team.id, roleId, { teamScoped: true });
  await app.app.get(AddTeamMembers).execute(team.id, [member.id]);
  const decide = async (subject: string, properties: object) => {
    const { body } = await send('post', '/access/v1/evaluation', {
      subject: { type: 'user', id: subject },
      action: { name: 'read' },
      resource: { type: 'deal', id: '1', properties },
    });
    return (body as { decision: boolean }).decision;
  };
  expect(await decide(upper(owner.id), { owner_id: owner.id, visible_to: 1 })).toBe(true);
  expect(await decide(owner.id, { owner_id: upper(owner.id), visible_to: 1 })).toBe(true);
  expect(await decide(owner.id, { owner_id: member.id, visible_to: 1 })).toBe(false);
  const followed = { owner_id: member.id, visible_to: 1, follower_ids: [upper(owner.id)] };
  expect(await decide(owner.id, followed)).toBe(true);
  expect(await decide(member.id, { team_id: upper(team.id) })).toBe(true);
  const who = { permission: 'deal:read', teamId: upper(team.id) };
  const { body } = await send('post', '/auth/v1/authorization/who-can', who).expect(200);
  expect(body.items.map(({ userId }: { userId: string }) => userId)).toContain(member.id);
});
