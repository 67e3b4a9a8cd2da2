import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  AssignRole,
  AssignRoleToTeam,
  CreateRole,
  SaveSeparationOfDuty,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

const app = useApp();
let count = 0;

const role = async () => (await app.app.get(CreateRole).execute({ name: `role ${++count}` })).id;
const keepApart = (...roleIds: string[]) =>
  app.app.get(SaveSeparationOfDuty).create({ name: `rule ${++count}`, roleIds });
const give = (userId: string, roleId: string, window = {}) =>
  app.app.get(AssignRole).execute(userId, roleId, window);
const superuser = async () => ({
  authorization: await bearer(app, await createUserWithRole(app, 'superuser')),
});
const refused = { code: 'separation_of_duty' };
const team = async (...userIds: string[]) => {
  const id = v7();
  await app.dataSource.query('INSERT INTO teams (id, name) VALUES ($1, $2)', [id, `team ${++count}`]);
  for (const userId of userIds)
    await app.dataSource.query('INSERT INTO team_members (team_id, user_id) VALUES ($1, $2)', [id, userId]);
  return id;
};

describe('roles that must be apart', () => {
  it('are not both given', async () => {
    const [payer, approver] = [await role(), await role()];
    await keepApart(payer, approver);
    const user = await createUser(app);
    await give(user.id, payer);
    const put = app
      .request()
      .put(`/auth/v1/users/${user.id}/roles/${approver}`)
      .set(await superuser());
    const { body } = await put.expect(409);
    expect(body).toMatchObject({ ...refused, detail: expect.stringContaining('rule') });
  });

  it('are apart over inheritance, in whatever order it comes', async () => {
    const [payer, approver, boss, chief] = [await role(), await role(), await role(), await role()];
    await keepApart(payer, approver);
    await app.app.get(SetRoleParents).execute(boss, [payer]);
    await app.app.get(SetRoleParents).execute(chief, [boss]);
    const user = await createUser(app);
    await give(user.id, chief);
    await expect(give(user.id, approver)).rejects.toMatchObject(refused);
    const other = await createUser(app);
    const free = await role();
    await give(other.id, free);
    await give(other.id, approver);
    await expect(app.app.get(SetRoleParents).execute(free, [payer])).rejects.toMatchObject(refused);
  });

  it('are apart over teams', async () => {
    const [payer, approver] = [await role(), await role()];
    await keepApart(payer, approver);
    const user = await createUser(app);
    await give(user.id, payer);
    const carrier = await team(user.id);
    await expect(app.app.get(AssignRoleToTeam).execute(carrier, approver)).rejects.toMatchObject(refused);
  });

  it('are apart over windows that have not closed, and no longer over those that have', async () => {
    const [payer, approver] = [await role(), await role()];
    await keepApart(payer, approver);
    const user = await createUser(app);
    const day = 86_400_000;
    await give(user.id, payer, { validFrom: new Date(Date.now() + day) });
    await expect(give(user.id, approver, { validUntil: new Date(Date.now() + 1000) })).rejects.toMatchObject(
      refused,
    );
    await app.dataSource.query(
      `UPDATE role_assignments SET valid_from = now() - interval '2 days', valid_until = now() - interval '1 day' WHERE user_id = $1`,
      [user.id],
    );
    await give(user.id, approver);
  });

  it('are apart from the moment of the rule on, so nobody may break it already', async () => {
    const [payer, approver, third] = [await role(), await role(), await role()];
    const user = await createUser(app);
    await give(user.id, payer);
    await give(user.id, approver);
    await expect(keepApart(payer, approver)).rejects.toMatchObject(refused);
    const rule = await app.app
      .get(SaveSeparationOfDuty)
      .create({ name: 'three', cardinality: 3, roleIds: [payer, approver, third] });
    await expect(give(user.id, third)).rejects.toMatchObject(refused);
    await expect(app.app.get(SaveSeparationOfDuty).update(rule.id, { cardinality: 2 })).rejects.toMatchObject(
      refused,
    );
  });

  it('are kept by a rule over REST, with versions, and bad input changes nothing', async () => {
    const headers = await superuser();
    const roleIds = [await role(), await role()];
    const send = (method: 'post' | 'patch' | 'delete', path: string, body: object = {}, more = {}) =>
      app
        .request()
        [method](`/auth/v1/separation-of-duty${path}`)
        .set({ ...headers, ...more })
        .send(body);
    const { body: rule } = await send('post', '', { name: 'Two hands', roleIds }).expect(201);
    expect(rule).toMatchObject({ cardinality: 2, roleIds: expect.arrayContaining(roleIds), version: 1 });
    expect((await send('post', '', { name: 'Two hands', roleIds }).expect(409)).body.code).toBe(
      'already_exists',
    );
    await send('post', '', { name: 'One', roleIds: roleIds.slice(1) }).expect(400);
    await send('post', '', { name: 'Unknown', roleIds: [roleIds[0], v7()] }).expect(404);
    const tooMany = await send('post', '', { name: 'Three', cardinality: 3, roleIds }).expect(400);
    expect(tooMany.body.errors[0].field).toBe('cardinality');
    await send('patch', `/${rule.id}`, { description: 'Pay and approve' }, { 'if-match': '"9"' }).expect(412);
    const { body: changed } = await send('patch', `/${rule.id}`, { description: 'Pay and approve' }).expect(
      200,
    );
    expect(changed).toMatchObject({ description: 'Pay and approve', version: 2, roleIds: rule.roleIds });
    const list = await app.request().get('/auth/v1/separation-of-duty?search=two').set(headers).expect(200);
    expect(list.body.items).toEqual([changed]);
    await send('delete', `/${rule.id}`).expect(204);
    await send('delete', `/${rule.id}`).expect(404);
  });
});

describe('a role for many users', () => {
  it('answers for each row, and what is refused leaves the others', async () => {
    const [payer, approver] = [await role(), await role()];
    await keepApart(payer, approver);
    const [plain, other, offender] = [await createUser(app), await createUser(app), await createUser(app)];
    await give(offender.id, payer);
    const unknown = v7();
    const headers = await superuser();
    const bulk = (path: string, userIds: string[]) =>
      app.request().post(`/auth/v1/roles/${approver}/assignments${path}`).set(headers).send({ userIds });
    const { body } = await bulk('', [plain.id, offender.id, unknown, other.id]).expect(200);
    expect(body.items).toEqual([
      { userId: plain.id, done: true },
      { userId: offender.id, done: false, error: expect.objectContaining(refused) },
      { userId: unknown, done: false, error: expect.objectContaining({ code: 'not_found' }) },
      { userId: other.id, done: true },
    ]);
    const holders = await app
      .request()
      .get(`/auth/v1/roles/${approver}/assignments?limit=1`)
      .set(headers)
      .expect(200);
    expect(holders.body.items).toHaveLength(1);
    const rest = await app
      .request()
      .get(`/auth/v1/roles/${approver}/assignments`)
      .query({ cursor: holders.body.nextCursor })
      .set(headers)
      .expect(200);
    const ids = [...holders.body.items, ...rest.body.items].map(({ userId }: { userId: string }) => userId);
    expect(ids.sort()).toEqual([plain.id, other.id].sort());
    const revoked = await bulk('/revoke', [plain.id, offender.id]).expect(200);
    expect(revoked.body.items.map(({ done }: { done: boolean }) => done)).toEqual([true, false]);
  });

  it('is for those alone who may give it', async () => {
    const { id } = await app.app.get(CreateRole).execute({ name: 'auditors', permissions: ['audit:read'] });
    const headers = { authorization: await bearer(app, await createUserWith(app, 'role:assign')) };
    const userIds = [(await createUser(app)).id];
    const post = app.request().post(`/auth/v1/roles/${id}/assignments`).set(headers).send({ userIds });
    expect((await post.expect(403)).body.code).toBe('escalation_refused');
  });

  it('takes 500 users in as many statements as one', async () => {
    const headers = await superuser();
    const ids = Array.from({ length: 500 }, () => v7());
    await app.dataSource.query(
      `INSERT INTO users (id, email) SELECT id, id::text || '@example.test' FROM unnest($1::uuid[]) AS id`,
      [ids],
    );
    const id = await role();
    const post = (userIds: string[]) =>
      app.request().post(`/auth/v1/roles/${id}/assignments`).set(headers).send({ userIds });
    const { body } = await post(ids).expect(200);
    expect(body.items.filter(({ done }: { done: boolean }) => done)).toHaveLength(500);
    expect((await post([...ids, v7()]).expect(400)).body.errors[0].field).toBe('userIds');
  });
});

describe('a team that carries a role', () => {
  it('gives it to its members until it is taken, within a window, and to nobody when scoped', async () => {
    const { id } = await app.app.get(CreateRole).execute({ name: 'auditors', permissions: ['audit:read'] });
    const member = await createUser(app);
    const carrier = await team(member.id);
    const headers = await superuser();
    const url = `/auth/v1/teams/${carrier}/roles/${id}`;
    const held = async () => {
      const { body } = await app.request().get(`/auth/v1/users/${member.id}/permissions`).set(headers);
      return (body as { permissions: string[] }).permissions.includes('audit:read');
    };
    await app.request().put(url).set(headers).send({}).expect(204);
    expect(await held()).toBe(true);
    await app.request().put(url).set(headers).send({ teamScoped: true }).expect(204);
    expect(await held()).toBe(false);
    const { body } = await app.request().get(`/auth/v1/teams/${carrier}/roles`).set(headers).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ roleId: id, teamScoped: true })]);
    await app.request().delete(url).set(headers).expect(204);
    await app.request().delete(url).set(headers).expect(404);
    await app.request().put(`/auth/v1/teams/${v7()}/roles/${id}`).set(headers).expect(404);
  });
});
