import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PermissionName } from '@auth-service/authorization';
import { TaskStatistics } from '../apps/tasks/src/tasks/task-statistics.js';
import { EndSession } from '../apps/auth/src/modules/session/index.js';
import { ChangeUserStatus } from '../apps/auth/src/modules/user/index.js';
import { AddManager, MoveMember, SetDefaultLevel } from '../apps/auth/src/modules/visibility-group/index.js';
import { type TestApp, useCommittingApps, useDatabase } from './support/app.js';
import { until } from './support/guarded-app.js';
import { createUserWithRole } from './support/people.js';
import { newGroup, type Person, startTasks, type TasksApp } from './support/tasks-app.js';

afterAll(() => tasks.close());
const [auth] = useCommittingApps(1) as [TestApp];
const database = useDatabase('empty');
let tasks: TasksApp;

beforeAll(async () => {
  tasks = await startTasks(auth, database.url);
  // Nobody may be disabled when no superuser would stay.
  await createUserWithRole(auth, 'superuser');
}, 60_000);

const READER = ['task:read'] as const;
const WORKER = ['task:read', 'task:create', 'task:update', 'task:delete', 'task:comment'] as const;
const CHOOSER = [...WORKER, 'task:change_visibility'] as const;
const LEVELS = [1, 3, 5, 7];

type Group = Awaited<ReturnType<typeof newGroup>>;
const person = (group: Group | null, ...permissions: PermissionName[]) =>
  tasks.person(group?.id ?? null, ...permissions);
const sales = () => newGroup(auth, 'Sales');

/** Makes a task of each level, and gives their ids. */
async function oneOfEach(owner: Person, title: string): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  for (const visibleTo of LEVELS) {
    const { body } = await owner.post('/tasks', { title: `${title} ${visibleTo}`, visibleTo }).expect(201);
    ids.set(visibleTo, body.id as string);
  }
  return ids;
}

/** The levels of which somebody sees the task, told alike by list, search, count and the tasks themselves. */
async function levelsSeen(viewer: Person, ids: Map<number, string>, title: string): Promise<number[]> {
  const seen = [];
  for (const [level, id] of ids) {
    const { status } = await viewer.get(`/tasks/${id}`);
    if (status !== 404) expect(status).toBe(200);
    if (status === 200) seen.push(level);
  }
  const { body: list } = await viewer.get('/tasks?limit=200').expect(200);
  const ofThese = new Set(ids.values());
  const listed = (list.items as { id: string; visibleTo: number }[]).filter(({ id }) => ofThese.has(id));
  expect(listed.map(({ visibleTo }) => visibleTo).sort()).toEqual(seen);
  const query = `search=${encodeURIComponent(title)}`;
  const { body: found } = await viewer.get(`/tasks?${query}`).expect(200);
  expect((found.items as { id: string }[]).map(({ id }) => id).sort()).toEqual(
    listed.map(({ id }) => id).sort(),
  );
  await viewer.get(`/tasks/count?${query}`).expect(200, { count: seen.length });
  return seen;
}

describe('who sees a task', () => {
  const title = '100% of_them';
  let ids: Map<number, string>;
  let owner: Person;
  let home: Group;
  let above: Group;
  let below: Group;

  beforeAll(async () => {
    above = await sales();
    home = await newGroup(auth, 'North', above.id);
    below = await newGroup(auth, 'Oslo', home.id);
    owner = await person(home, ...CHOOSER);
    ids = await oneOfEach(owner, title);
    // What the pattern of a search would find if it were no plain text.
    await owner.post('/tasks', { title: '100 percent of xthem' }).expect(201);
  }, 60_000);

  it.each<[string, () => Promise<Person>, number[]]>([
    ['the owner', () => Promise.resolve(owner), LEVELS],
    ['a colleague of the same group', () => person(home, ...READER), [3, 5, 7]],
    ['somebody in a group above', () => person(above, ...READER), LEVELS],
    ['somebody in a group below', () => person(below, ...READER), [5, 7]],
    ['somebody elsewhere', async () => person(await newGroup(auth, 'South', above.id), ...READER), [7]],
    ['somebody in the default group', () => person(null, ...READER), [7]],
    ['a holder of task:view_all', () => person(null, ...READER, 'task:view_all'), LEVELS],
    [
      'a manager of the group',
      async () => {
        const manager = await person(null, ...READER);
        await auth.app.get(AddManager).execute(home.id, manager.id);
        await until(async () => (await manager.get(`/tasks/${ids.get(1)}`)).status === 200);
        return manager;
      },
      LEVELS,
    ],
    [
      'a follower',
      async () => {
        const follower = await person(null, ...READER);
        for (const id of ids.values()) await owner.put(`/tasks/${id}/followers/${follower.id}`).expect(204);
        return follower;
      },
      LEVELS,
    ],
  ])('%s', async (_, viewer, levels) => {
    const somebody = await viewer();
    await until(async () => (await somebody.get('/tasks')).status === 200);
    expect(await levelsSeen(somebody, ids, title)).toEqual(levels);
  });

  it('nobody without task:read, and nobody unknown', async () => {
    await (await person(home)).get('/tasks').expect(403);
    await tasks.request().get('/tasks').expect(401);
  });

  it('page by page, each task once', async () => {
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await owner.get(`/tasks?limit=2${after}`).expect(200);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      if (body.next === null) break;
      after = `&after=${encodeURIComponent(body.next as string)}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([...ids.values()]));
    await owner.get('/tasks?after=nowhere').expect(400);
  });

  it('comments are seen by whoever sees the task', async () => {
    const colleague = await person(home, ...WORKER);
    const stranger = await person(null, ...WORKER);
    const id = ids.get(3) ?? '';
    await colleague.post(`/tasks/${id}/comments`, { text: 'Done by noon.' }).expect(201);
    const { body } = await owner.get(`/tasks/${id}/comments`).expect(200);
    expect(body.items).toMatchObject([{ authorId: colleague.id, text: 'Done by noon.' }]);
    await stranger.get(`/tasks/${id}/comments`).expect(404);
    await stranger.post(`/tasks/${id}/comments`, { text: 'Me too.' }).expect(404);
  });
});

describe('what somebody may do', () => {
  it('a level other than the default needs task:change_visibility', async () => {
    const region = await sales();
    const team = await newGroup(auth, 'Team', region.id);
    await auth.app.get(SetDefaultLevel).execute(region.id, 'task', 5);
    const worker = await person(team, ...WORKER);
    const make = (visibleTo?: number) => worker.post('/tasks', { title: 'A', visibleTo });
    await until(async () => (await make()).body.visibleTo === 5);
    await make(5).expect(201);
    for (const level of [1, 3, 7]) await make(level).expect(403);
    await make(2).expect(400);
    const { body } = await make().expect(201);
    const change = (by: Person, changes: object) =>
      by.put(`/tasks/${body.id}`, { title: 'B', isDone: true, ...changes });
    await change(worker, { visibleTo: 7 }).expect(403);
    expect((await worker.get(`/tasks/${body.id}`)).body).toMatchObject({ title: 'A', visibleTo: 5 });
    // A default that changes leaves tasks alone that are there.
    await auth.app.get(SetDefaultLevel).execute(region.id, 'task', 3);
    await until(async () => (await make()).body.visibleTo === 3);
    expect((await change(worker, { visibleTo: 5 }).expect(200)).body).toMatchObject({
      title: 'B',
      visibleTo: 5,
    });
  });

  it('404 for what is not visible, 403 for what is and may not be done', async () => {
    const home = await sales();
    const owner = await person(home, ...CHOOSER);
    const colleague = await person(home, ...WORKER);
    const lead = await person(home, ...WORKER, 'task:update_any', 'task:delete_any');
    const stranger = await person(null, ...WORKER, 'task:update_any', 'task:delete_any');
    const { body } = await owner.post('/tasks', { title: 'Offer' }).expect(201);
    const path = `/tasks/${body.id}`;
    const change = { title: 'Offer, signed', isDone: true };
    await stranger.put(path, change).expect(404);
    await stranger.delete(path).expect(404);
    await colleague.put(path, change).expect(403);
    await colleague.delete(path).expect(403);
    await colleague.put(`${path}/followers/${stranger.id}`).expect(403);
    expect((await lead.put(path, change).expect(200)).body).toMatchObject(change);
    // A follower sees, and may not change for that.
    await owner.put(`${path}/followers/${stranger.id}`).expect(204);
    await owner.put(`${path}/followers/${colleague.id}`).expect(204);
    await stranger.get(path).expect(200);
    await colleague.put(path, change).expect(403);
    const { body: followers } = await stranger.get(`${path}/followers`).expect(200);
    expect(followers.userIds).toEqual([stranger.id, colleague.id].sort());
    await stranger.delete(`${path}/followers/${stranger.id}`).expect(204);
    await stranger.get(path).expect(404);
    await lead.delete(path).expect(204);
    await owner.get(path).expect(404);
    await owner.get('/tasks/no-id').expect(400);
    await owner.post('/tasks', { title: 'A\0B' }).expect(400);
    await owner.post('/tasks', { title: 'A', ownerId: owner.id }).expect(400);
  });

  it('nobody is given or shown a task who could not read it, or is not there at all', async () => {
    const owner = await person(await sales(), ...CHOOSER);
    const { body } = await owner.post('/tasks', { title: 'Keep' }).expect(201);
    const path = `/tasks/${body.id}`;
    const [known, plain] = [await person(await sales()), await person(null)];
    for (const id of [randomUUID(), known.id, plain.id]) {
      const handed = await owner.put(path, { title: 'Keep', isDone: false, ownerId: id }).expect(400);
      expect(handed.body.message).toEqual(['ownerId must be somebody who may read tasks']);
      await owner.put(`${path}/followers/${id}`).expect(400);
    }
    await owner.put(path, { title: 'Keep', isDone: false, ownerId: owner.id }).expect(200);
    await owner.get(`${path}/followers`).expect(200, { userIds: [] });
  });

  it('another owner takes it along to their group; level and followers stay', async () => {
    const [north, south] = [await sales(), await sales()];
    const owner = await person(north, ...CHOOSER);
    const next = await person(south, ...WORKER);
    const [left, right] = [await person(north, ...READER), await person(south, ...READER)];
    const follower = await person(null, ...READER);
    const { body } = await owner.post('/tasks', { title: 'Ledger', visibleTo: 5 }).expect(201);
    const path = `/tasks/${body.id}`;
    await owner.put(`${path}/followers/${follower.id}`).expect(204);
    await left.get(path).expect(200);
    await right.get(path).expect(404);
    const handed = await owner.put(path, { title: 'Ledger', isDone: false, ownerId: next.id }).expect(200);
    expect(handed.body).toMatchObject({ ownerId: next.id, visibleTo: 5 });
    for (const viewer of [next, right, follower]) {
      await viewer.get(path).expect(200);
      await viewer.get('/tasks/count?search=Ledger').expect(200, { count: 1 });
    }
    for (const viewer of [owner, left]) {
      await viewer.get(path).expect(404);
      await viewer.get('/tasks/count?search=Ledger').expect(200, { count: 0 });
    }
  });
});

describe('when the organisation changes', () => {
  it('tasks move along with their owner', async () => {
    const [north, south] = [await sales(), await sales()];
    const owner = await person(north, ...WORKER);
    const [left, right] = [await person(north, ...READER), await person(south, ...READER)];
    await owner.post('/tasks', { title: 'Quote' }).expect(201);
    await left.get('/tasks/count?search=Quote').expect(200, { count: 1 });
    await auth.app.get(MoveMember).execute(south.id, owner.id);
    const counts = async () =>
      Promise.all(
        [left, right].map(
          async (viewer) => (await viewer.get('/tasks/count?search=Quote')).body.count as number,
        ),
      );
    await until(async () => (await counts()).join() === '0,1');
    expect((await left.get('/tasks?search=Quote').expect(200)).body.items).toEqual([]);
    expect((await right.get('/tasks?search=Quote').expect(200)).body.items).toHaveLength(1);
  });

  it('tasks that moved while this service was down are found at its start', async () => {
    const [north, south] = [await sales(), await sales()];
    const owner = await person(north, ...WORKER);
    const viewer = await person(south, ...READER);
    await owner.post('/tasks', { title: 'Late' }).expect(201);
    await tasks.restart(() => auth.app.get(MoveMember).execute(south.id, owner.id));
    await until(async () => (await viewer.get('/tasks/count?search=Late')).body.count === 1);
  });

  it('a disabled owner’s tasks stay where they are, and a disabled viewer sees nothing', async () => {
    const home = await sales();
    const owner = await person(home, ...WORKER);
    const viewer = await person(home, ...READER);
    await owner.post('/tasks', { title: 'Left behind' }).expect(201);
    await auth.app.get(ChangeUserStatus).execute(owner.id, 'disabled');
    expect(await until(async () => (await owner.get('/tasks')).status === 401)).toBeLessThan(1000);
    await viewer.get('/tasks/count?search=Left').expect(200, { count: 1 });
    await auth.app.get(ChangeUserStatus).execute(viewer.id, 'disabled');
    expect(await until(async () => (await viewer.get('/tasks')).status === 401)).toBeLessThan(1000);
  });

  it('an ended session is refused within a second', async () => {
    const viewer = await person(null, ...READER);
    await viewer.get('/tasks').expect(200);
    await auth.app.get(EndSession).execute(viewer.sessionId, 'logout');
    expect(await until(async () => (await viewer.get('/tasks')).status === 401)).toBeLessThan(1000);
  });
});

describe('the service', () => {
  it('counts at its start how tasks spread, and finds the same pages by it', async () => {
    const group = await sales();
    const owner = await person(group, ...CHOOSER);
    const ids = await oneOfEach(owner, 'Spread');
    const reader = await person(group, ...READER);
    const before = await levelsSeen(reader, ids, 'Spread');
    await tasks.restart(() => Promise.resolve());
    expect(tasks.get(TaskStatistics).current.total).toBeGreaterThanOrEqual(LEVELS.length);
    expect(await levelsSeen(reader, ids, 'Spread')).toEqual(before);
  }, 60_000);

  it('has registered its catalogue, tells its health and describes itself', async () => {
    const { body: health } = await tasks.request().get('/health').expect(200);
    expect(health).toMatchObject({ database: 'up', auth: { status: 'up', isFollowing: true } });
    const { body: document } = await tasks.request().get('/docs-json').expect(200);
    expect(document.paths['/tasks'].get).toMatchObject({
      security: [{ bearer: [] }],
      responses: { 200: {}, 403: { description: 'Needs `task:read`.' } },
    });
    await tasks.request().get('/docs').expect(200);
  });
});
