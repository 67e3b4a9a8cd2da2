import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { CreatePermission, CreateResource } from '../apps/auth/src/modules/rbac/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import {
  AddManager,
  CreateVisibilityGroup,
  MoveMember,
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

/** Somebody with these permissions, and their way of sending requests. */
async function somebody(...permissions: PermissionName[]) {
  const user = await createUserWith(app, ...permissions);
  const authorization = await bearer(app, user);
  const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
    app.request()[method](path).set({ authorization }).send(body);
  return { user, send };
}

describe('what somebody sees', () => {
  it('follows from where they are, at once', async () => {
    await app.app.get(CreateResource).execute({ key: 'deal', service: 'sales' });
    await app.app.get(CreatePermission).execute({ resource: 'deal', action: 'read' });
    const { send } = await somebody('authorization:evaluate', 'visibility_group:*');
    const viewer = await createUserWith(app, 'deal:read');
    const owner = await createUser(app);
    const [north, south] = [await newGroup('North'), await newGroup('South')];
    const oslo = await newGroup('Oslo', north);
    await put(owner, oslo);
    const sees = async (level: number) => {
      const { body } = await send('post', '/access/v1/evaluation', {
        subject: { type: 'user', id: viewer.id },
        action: { name: 'read' },
        resource: { type: 'deal', id: '1', properties: { owner_id: owner.id, visible_to: level } },
      }).expect(200);
      return body.decision as boolean;
    };
    const levels = async () => Promise.all([1, 3, 5, 7].map(sees));
    const change = (method: 'put' | 'delete', path: string, body?: object) =>
      send(method, `/auth/v1/visibility-groups/${path}`, body);
    expect(await levels()).toEqual([false, false, false, true]);
    await change('put', `${north.id}/members/${viewer.id}`).expect(204);
    expect(await levels()).toEqual([true, true, true, true]);
    await change('put', `${oslo.id}/members/${viewer.id}`).expect(204);
    expect(await levels()).toEqual([false, true, true, true]);
    await change('put', `${oslo.id}/parent`, { parentId: south.id }).expect(200);
    await change('put', `${north.id}/members/${viewer.id}`).expect(204);
    expect(await levels()).toEqual([false, false, false, true]);
    await change('put', `${south.id}/managers/${viewer.id}`).expect(204);
    expect(await levels()).toEqual([true, true, true, true]);
    await change('delete', `${south.id}/managers/${viewer.id}`).expect(204);
    await change('delete', `${south.id}/managers/${viewer.id}`).expect(404);
    const below = await newGroup('Below', oslo);
    await change('put', `${below.id}/members/${viewer.id}`).expect(204);
    expect(await levels()).toEqual([false, false, true, true]);
    await change('delete', `${oslo.id}?transferTo=${below.id}&reparentTo=${north.id}`).expect(204);
    expect(await levels()).toEqual([false, true, true, true]);
  });
});

describe('sight of one’s own', () => {
  const GROUPS = '/auth/v1/visibility-groups';

  it('is not given by oneself without rbac:bind: not by membership, management or bulk', async () => {
    const { user, send } = await somebody('visibility_group:*');
    const group = await newGroup('North');
    for (const path of ['members', 'managers']) {
      const { body } = await send('put', `${GROUPS}/${group.id}/${path}/${user.id}`).expect(403);
      expect(body.code).toBe('escalation_refused');
    }
    const other = await createUser(app);
    const bulk = await send('post', `${GROUPS}/${group.id}/members`, { userIds: [user.id, other.id] }).expect(
      200,
    );
    expect(bulk.body.items).toMatchObject([
      { done: false, error: { code: 'escalation_refused' } },
      { userId: other.id, done: true },
    ]);
    const bound = await somebody('visibility_group:*', 'rbac:bind');
    await bound.send('put', `${GROUPS}/${group.id}/members/${bound.user.id}`).expect(204);
    await bound.send('put', `${GROUPS}/${group.id}/managers/${bound.user.id}`).expect(204);
  });

  it('does not come by hanging others under oneself, nor oneself under others', async () => {
    const { user, send } = await somebody('visibility_group:*');
    const [mine, theirs, managed] = [
      await newGroup('Mine'),
      await newGroup('Theirs'),
      await newGroup('Managed'),
    ];
    await put(user, mine);
    await app.app.get(AddManager).execute(managed.id, user.id);
    const move = (group: { id: string }, parentId: string | null, status: number) =>
      send('put', `${GROUPS}/${group.id}/parent`, { parentId }).expect(status);
    await move(theirs, mine.id, 403);
    await move(theirs, managed.id, 403);
    await move(mine, theirs.id, 403);
    await move(managed, mine.id, 200);
    await move(managed, null, 200);
  });

  it('does not come by deleting a group in between', async () => {
    const { user, send } = await somebody('visibility_group:*');
    const [mine, theirs] = [await newGroup('Mine'), await newGroup('Theirs')];
    const below = await newGroup('Below', theirs);
    await put(user, mine);
    await send('delete', `${GROUPS}/${theirs.id}?reparentTo=${mine.id}`).expect(403);
    await put(await createUser(app), below);
    const weak = await somebody('visibility_group:delete');
    const refused = await weak.send('delete', `${GROUPS}/${below.id}?transferTo=${mine.id}`).expect(403);
    expect(refused.body.detail).toContain('visibility_group:assign');
  });

  it('needs the permission for each part', async () => {
    const { send } = await somebody('visibility_group:read');
    const group = await newGroup('North');
    await send('get', `${GROUPS}/${group.id}/members`).expect(200);
    await send('post', GROUPS, { name: 'x' }).expect(403);
    await send('put', `${GROUPS}/${group.id}/parent`, { parentId: null }).expect(403);
    await send('delete', `${GROUPS}/${group.id}`).expect(403);
    await send('put', `${GROUPS}/${group.id}/members/${group.id}`).expect(403);
  });
});
