import { expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import {
  AssignRole,
  AssignRoleToTeam,
  CreatePermission,
  CreateResource,
  CreateRole,
  SaveSeparationOfDuty,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam } from '../apps/auth/src/modules/team/index.js';
import { useApp } from './support/app.js';
import { forgetWhatIsRemembered } from './support/oracle-world.js';
import { bearer, createUser, createUserWithRole, newEmail } from './support/people.js';
import { countStatements } from './support/statements.js';

const app = useApp();
const [FEW, MANY] = [2, 40];

/** A superuser, and somebody who has so many roles, directly, inherited and by a team, each with its permission. */
async function organisation(size: number) {
  const get = app.app.get.bind(app.app);
  const [root, person, other] = [
    await createUserWithRole(app, 'superuser'),
    await createUser(app),
    await createUser(app),
  ];
  const resource = `thing_${size}`;
  await get(CreateResource).execute({ key: resource, service: 'things' });
  const roleIds: string[] = [];
  const permissions: PermissionName[] = [];
  const team = await get(CreateTeam).execute({ name: v7() });
  for (let index = 0; index < size; index++) {
    const { name } = await get(CreatePermission).execute({ resource, action: `act_${index}` });
    permissions.push(name);
    const { id } = await get(CreateRole).execute({ name: v7(), permissions: [name] });
    await get(AssignRole).execute(person.id, id);
    await get(AssignRoleToTeam).execute(team.id, id);
    roleIds.push(id);
  }
  const [empty, duty] = [
    await get(CreateRole).execute({ name: v7() }),
    await get(CreateRole).execute({ name: v7() }),
  ];
  await get(SetRoleParents).execute(duty.id, roleIds);
  await get(SaveSeparationOfDuty).create({ name: v7(), roleIds: [empty.id, duty.id] });
  await get(AddTeamMembers).execute(team.id, [root.id, person.id]);
  const authorization = await bearer(app, root);
  return { root, person, other, resource, roleIds, permissions, team, empty, authorization };
}

type Organisation = Awaited<ReturnType<typeof organisation>>;
type Method = 'get' | 'post' | 'put' | 'delete';
type Request = readonly [string, Method, string, object?];

const v1 = '/auth/v1';
/** Requests whose work follows from how many roles and permissions there are. */
function requests({ person, other, resource, roleIds, permissions, team, empty }: Organisation): Request[] {
  const [role] = roleIds as [string];
  const question = {
    subject: { type: 'user', id: person.id },
    action: { name: 'act_0' },
    resource: { type: resource, id: '1', properties: { owner_id: other.id } },
  };
  return [
    ['effective permissions', 'get', `${v1}/users/${person.id}/permissions`],
    ['roles', 'get', `${v1}/roles`],
    ['a role', 'get', `${v1}/roles/${role}`],
    ['what a role holds', 'get', `${v1}/roles/${role}/permissions`],
    ['what a role inherits', 'get', `${v1}/roles/${empty.id}/parents`],
    ['roles of a user', 'get', `${v1}/users/${person.id}/roles`],
    ['roles of a team', 'get', `${v1}/teams/${team.id}/roles`],
    ['permissions', 'get', `${v1}/permissions`],
    ['evaluation', 'post', '/access/v1/evaluation', question],
    [
      'evaluations',
      'post',
      '/access/v1/evaluations',
      { ...question, evaluations: permissions.map((name) => ({ action: { name: name.split(':')[1] } })) },
    ],
    ['search for subjects', 'post', '/access/v1/search/subject', { ...question, subject: { type: 'user' } }],
    ['search for actions', 'post', '/access/v1/search/action', { ...question, action: undefined }],
    ['explain', 'post', `${v1}/authorization/explain`, question],
    ['plan', 'post', `${v1}/authorization/plan`, question],
    ['who can', 'post', `${v1}/authorization/who-can`, { permission: permissions[0] }],
    ['who could', 'post', `${v1}/authorization/who-can`, { permission: permissions[0], at: new Date() }],
    ['snapshot', 'get', `${v1}/authorization/snapshot`],
    ['users of the snapshot', 'get', `${v1}/authorization/snapshot/users`],
    ['changes', 'get', `${v1}/authorization/changes?since=1`],
    [
      'preview',
      'post',
      `${v1}/authorization/preview`,
      { change: 'set_role_permissions', roleId: role, permissions },
    ],
    ['a role given', 'put', `${v1}/users/${other.id}/roles/${role}`, {}],
    ['a role given to many', 'post', `${v1}/roles/${role}/assignments`, { userIds: [other.id, person.id] }],
    ['a role taken', 'delete', `${v1}/users/${other.id}/roles/${role}`],
    ['a role carried', 'put', `${v1}/teams/${team.id}/roles/${role}`, {}],
    ['a member', 'put', `${v1}/teams/${team.id}/members/${other.id}`, {}],
    ['a member taken', 'delete', `${v1}/teams/${team.id}/members/${other.id}`],
    ['a guest', 'post', `${v1}/teams/${team.id}/invitations`, { email: newEmail() }],
    ['parents', 'put', `${v1}/roles/${empty.id}/parents`, { parentIds: roleIds }],
    ['permissions of a role', 'put', `${v1}/roles/${role}/permissions`, { permissions }],
    ['a role with permissions', 'post', `${v1}/roles`, { name: v7(), permissions }],
    ['an invitation into roles', 'post', `${v1}/invitations`, { email: newEmail(), roleIds }],
    ['a password', 'put', `${v1}/users/${person.id}/password`, { password: 'correct horse battery staple!' }],
    ['many roles given', 'post', `${v1}/users/${other.id}/roles`, { roleIds }],
    ['many roles taken', 'post', `${v1}/users/${other.id}/roles/revoke`, { roleIds }],
    ['members taken', 'post', `${v1}/teams/${team.id}/members/remove`, { userIds: [person.id] }],
    ['a role taken from many', 'post', `${v1}/roles/${role}/assignments/revoke`, { userIds: [person.id] }],
  ];
}

async function counts(size: number): Promise<Record<string, number>> {
  const known = await organisation(size);
  const counted: Record<string, number> = {};
  for (const [name, method, path, body] of requests(known)) {
    await forgetWhatIsRemembered(app);
    const request = app.request()[method](path).set({ authorization: known.authorization });
    counted[name] = await countStatements(app, async () => {
      const { status, body: answer } = await (body === undefined ? request : request.send(body));
      expect([name, status < 300 ? 'done' : answer]).toEqual([name, 'done']);
    });
  }
  return counted;
}

it('is as many SQL statements for many roles and permissions as for few', async () => {
  const few = await counts(FEW);
  const many = await counts(MANY);
  expect(many).toEqual(few);
  expect(Math.min(...Object.values(few))).toBeGreaterThan(0);
}, 120_000);
