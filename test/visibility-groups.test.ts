import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import { CreateResource } from '../apps/auth/src/modules/rbac/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import {
  CreateVisibilityGroup,
  MoveMember,
  type VisibilityGroupNode,
  type VisibilityGroupView,
} from '../apps/auth/src/modules/visibility-group/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith } from './support/people.js';

const app = useApp();

const newGroup = (name: string, parent?: { id: string }): Promise<VisibilityGroupView> =>
  app.app
    .get(CreateVisibilityGroup)
    .execute({ name, ...(parent === undefined ? {} : { parentId: parent.id }) });
const put = (user: UserView, group: { id: string }) => app.app.get(MoveMember).execute(group.id, user.id);

/** Sends requests as somebody. */
async function as(user: UserView) {
  const authorization = await bearer(app, user);
  return (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: object, headers = {}) =>
    app
      .request()
      [method](`/auth/v1${path}`)
      .set({ authorization, ...headers })
      .send(body);
}
const asAdministrator = async (...more: PermissionName[]) =>
  as(await createUserWith(app, 'visibility_group:*', ...more));
const groupOf = async (send: Awaited<ReturnType<typeof as>>, { id }: UserView) =>
  (await send('get', `/users/${id}/visibility-group`).expect(200)).body as { id: string; isDefault: boolean };

describe('visibility groups', () => {
  it('are made, found, changed by version and audited, each change with a revision', async () => {
    const send = await asAdministrator();
    const made = await send('post', '/visibility-groups', { name: 'North', description: 'Cold' }).expect(201);
    const { id, number } = made.body as VisibilityGroupView;
    expect(made.body).toMatchObject({
      parentId: null,
      isDefault: false,
      depth: 1,
      memberCount: 0,
      version: 1,
    });
    expect(Number(made.headers['x-authz-revision'])).toBeGreaterThan(0);
    const oslo = await send('post', '/visibility-groups', {
      name: 'Oslo',
      parentId: id.toUpperCase(),
    }).expect(201);
    expect(oslo.body).toMatchObject({ parentId: id, depth: 2 });
    expect(oslo.body.number).toBeGreaterThan(number);
    expect((await send('get', '/visibility-groups?search=cold').expect(200)).body.items).toMatchObject([
      { id },
    ]);
    const wrong = { 'if-match': '"4"' };
    expect(
      (await send('patch', `/visibility-groups/${id}`, { name: 'x' }, wrong).expect(412)).body.code,
    ).toBe('version_mismatch');
    const changed = await send('patch', `/visibility-groups/${id}`, { name: 'South' }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ name: 'South', description: 'Cold', number, version: 2 });
    const events = await app.dataSource.query(
      'SELECT action, before, after FROM audit_log WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(events).toMatchObject([
      { action: 'visibility_group.created', after: { name: 'North', number } },
      { action: 'visibility_group.updated', before: { name: 'North' }, after: { name: 'South' } },
    ]);
  });

  it('are a tree, which moves as a whole and never in a circle', async () => {
    const send = await asAdministrator();
    const [sales, salesforce] = [await newGroup('sales'), await newGroup('salesforce')];
    const north = await newGroup('North', sales);
    const oslo = await newGroup('Oslo', north);
    const move = (group: { id: string }, parentId: string | null, status: number) =>
      send('put', `/visibility-groups/${group.id}/parent`, { parentId }).expect(status);
    const circle = await move(sales, oslo.id, 409);
    expect(circle.body).toMatchObject({
      code: 'hierarchy_cycle',
      detail: expect.stringContaining('"North"'),
    });
    expect(circle.headers['x-authz-revision']).toBeUndefined();
    expect((await move(sales, sales.id, 409)).body.code).toBe('hierarchy_cycle');
    expect((await move(north, v7(), 404)).body.errors).toMatchObject([{ field: 'parentId' }]);
    expect((await move(north, salesforce.id, 200)).body).toMatchObject({ parentId: salesforce.id, depth: 2 });
    const tree = async () =>
      ((await send('get', '/visibility-groups/tree').expect(200)).body.items as VisibilityGroupNode[]).map(
        shape,
      );
    expect(await tree()).toEqual(
      expect.arrayContaining([{ sales: [] }, { salesforce: [{ North: [{ Oslo: [] }] }] }]),
    );
    await move(north, null, 200);
    expect(await tree()).toEqual(expect.arrayContaining([{ North: [{ Oslo: [] }] }]));
  });

  it('are at most sixteen deep', async () => {
    const send = await asAdministrator();
    let lowest = await newGroup('1');
    for (let depth = 2; depth <= 16; depth++) lowest = await newGroup(String(depth), lowest);
    expect(lowest.depth).toBe(16);
    const deeper = await send('post', '/visibility-groups', { name: '17', parentId: lowest.id }).expect(409);
    expect(deeper.body.code).toBe('hierarchy_too_deep');
    const parent = { parentId: (await newGroup('above')).id };
    const top = (await send('get', '/visibility-groups?search=1').expect(200)).body.items[0].id as string;
    expect((await send('put', `/visibility-groups/${top}/parent`, parent).expect(409)).body.code).toBe(
      'hierarchy_too_deep',
    );
  });

  it('go softly: others take their members and the groups below, the default one stays', async () => {
    const send = await asAdministrator('rbac:bind');
    const [north, south] = [await newGroup('North'), await newGroup('South')];
    const oslo = await newGroup('Oslo', north);
    const user = await createUser(app);
    await put(user, north);
    const remove = (query: string, status: number) =>
      send('delete', `/visibility-groups/${north.id}${query}`).expect(status);
    expect((await remove('', 409)).body.detail).toContain('transferTo');
    expect((await remove(`?transferTo=${south.id}`, 409)).body.detail).toContain('reparentTo');
    await remove(`?transferTo=${north.id}&reparentTo=${south.id}`, 400);
    await remove(`?transferTo=${south.id}&reparentTo=${oslo.id}`, 409);
    await remove(`?transferTo=${v7()}`, 404);
    await remove(`?transferTo=${south.id}&reparentTo=${south.id}`, 204);
    expect(await groupOf(send, user)).toMatchObject({ id: south.id });
    expect((await send('get', `/visibility-groups/${oslo.id}`).expect(200)).body.parentId).toBe(south.id);
    await remove('', 404);
    const again = await newGroup('North');
    expect(again.number).toBeGreaterThan(oslo.number);
    const standard = await groupOf(send, await createUser(app));
    expect((await send('delete', `/visibility-groups/${standard.id}`).expect(409)).body.code).toBe(
      'default_group',
    );
  });

  it.each([
    ['get', `/visibility-groups/${v7()}`, undefined, 404],
    ['post', '/visibility-groups', { name: '' }, 400],
    ['post', '/visibility-groups', { name: 'x', number: 5 }, 400],
    ['post', '/visibility-groups', { name: 'x', parentId: v7() }, 404],
    ['put', `/visibility-groups/${v7()}/members/${v7()}`, undefined, 404],
    ['post', `/visibility-groups/${v7()}/members`, { userIds: [] }, 400],
    ['get', `/visibility-groups/${v7()}/effective-defaults?type=Deal`, undefined, 400],
  ] as const)('refuse bad input: %s %s', async (method, path, body, status) => {
    const send = await asAdministrator();
    const answer = await send(method, path, body).expect(status);
    expect(answer.body.code).toEqual(expect.any(String));
    expect(answer.headers['x-authz-revision']).toBeUndefined();
  });
});

describe('members of a visibility group', () => {
  it('are in one group alone, and in the default one when they leave', async () => {
    const send = await asAdministrator();
    const [north, south] = [await newGroup('North'), await newGroup('South')];
    const user = await createUser(app);
    expect(await groupOf(send, user)).toMatchObject({ isDefault: true, joinedAt: null });
    await send('put', `/visibility-groups/${north.id}/members/${user.id}`).expect(204);
    await send('put', `/visibility-groups/${south.id}/members/${user.id}`).expect(204);
    expect(await groupOf(send, user)).toMatchObject({ id: south.id, number: south.number });
    await send('delete', `/visibility-groups/${north.id}/members/${user.id}`).expect(404);
    const list = await send('get', `/visibility-groups/${south.id}/members?search=${user.email}`).expect(200);
    expect(list.body.items).toMatchObject([{ userId: user.id, email: user.email }]);
    await send('delete', `/visibility-groups/${south.id}/members/${user.id}`).expect(204);
    expect(await groupOf(send, user)).toMatchObject({ isDefault: true });
    const mine = await (await as(user))('get', '/users/me/visibility-group').expect(200);
    expect(mine.body.isDefault).toBe(true);
  });

  it('come many at once, with a result for each', async () => {
    const send = await asAdministrator();
    const north = await newGroup('North');
    const [first, second] = [await createUser(app), await createUser(app)];
    await put(second, north);
    const userIds = [first.id.toUpperCase(), v7(), second.id];
    const { body } = await send('post', `/visibility-groups/${north.id}/members`, { userIds }).expect(200);
    expect(body.items).toMatchObject([
      { userId: first.id, done: true },
      { userId: userIds[1], done: false, error: { code: 'not_found' } },
      { userId: second.id, done: true },
    ]);
    expect(await groupOf(send, first)).toMatchObject({ id: north.id });
  });

  it('come in pages', async () => {
    const send = await asAdministrator();
    const north = await newGroup('North');
    const users = [await createUser(app), await createUser(app), await createUser(app)];
    for (const user of users) await put(user, north);
    const page = async (cursor = '') =>
      (await send('get', `/visibility-groups/${north.id}/members?limit=2${cursor}`).expect(200)).body as {
        items: { userId: string }[];
        nextCursor: string;
      };
    const first = await page();
    const second = await page(`&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ userId }) => userId).sort()).toEqual(
      users.map(({ id }) => id).sort(),
    );
  });
});

describe('defaults for new items', () => {
  it('hold for the groups below that say nothing themselves (V1)', async () => {
    const send = await asAdministrator();
    await app.app.get(CreateResource).execute({ key: 'deal', service: 'sales' });
    const north = await newGroup('North');
    const oslo = await newGroup('Oslo', north);
    const effective = async (group: { id: string }) =>
      (await send('get', `/visibility-groups/${group.id}/effective-defaults?type=deal`).expect(200))
        .body as object;
    const set = (group: { id: string }, level: unknown, type = 'deal') =>
      send('put', `/visibility-groups/${group.id}/defaults/${type}`, { level });
    expect(await effective(oslo)).toEqual({ level: 3, from: null });
    expect((await set(north, 5).expect(200)).body).toEqual({ type: 'deal', level: 5 });
    expect(await effective(oslo)).toEqual({ level: 5, from: north.id });
    await set(oslo, 1).expect(200);
    expect(await effective(oslo)).toEqual({ level: 1, from: oslo.id });
    for (const level of [0, 2, 4, 6, 8, 3.5]) {
      const { body } = await set(oslo, level).expect(400);
      expect(body).toMatchObject({ code: 'invalid_level', errors: [{ field: 'level' }] });
    }
    await set(oslo, 3, 'unknown').expect(404);
    await set(oslo, '3').expect(400);
    expect((await send('get', `/visibility-groups/${oslo.id}/defaults`).expect(200)).body.items).toEqual([
      { type: 'deal', level: 1 },
    ]);
    await send('delete', `/visibility-groups/${oslo.id}/defaults/deal`).expect(204);
    await send('delete', `/visibility-groups/${oslo.id}/defaults/deal`).expect(404);
    expect(await effective(oslo)).toEqual({ level: 5, from: north.id });
  });
});

const shape = ({ name, children }: VisibilityGroupNode): object => ({ [name]: children.map(shape) });
