import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { PanelHandler, PanelPage } from '../apps/auth/src/admin/pages/panel-page.types.js';
import { panelPages } from '../apps/auth/src/admin/pages/index.js';
import { CreateRole } from '../apps/auth/src/modules/rbac/index.js';
import { CreateVisibilityGroup } from '../apps/auth/src/modules/visibility-group/index.js';
import { useApp } from './support/app.js';
import { createUser, createUserWith, PASSWORD } from './support/people.js';

const app = useApp();
const PANEL = '/auth/admin';
const ORIGIN = 'http://localhost:3000';

async function enter(...permissions: PermissionName[]): Promise<string> {
  const { email } = await createUserWith(app, 'panel:open', ...permissions);
  const { headers } = await app
    .request()
    .post(`${PANEL}/login`)
    .type('form')
    .set('origin', ORIGIN)
    .send({ email, password: PASSWORD })
    .expect(303);
  return (headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] ?? '';
}

const read = (cookie: string, path: string) =>
  app.request().get(`${PANEL}/api/pages/${path}`).set('cookie', cookie);
const act = (cookie: string, path: string, body: object = {}) =>
  app.request().post(`${PANEL}/api/pages/${path}`).set({ cookie, origin: ORIGIN }).send(body);

const pages = () => panelPages.map((Page) => app.app.get<PanelPage>(Page, { strict: false }).describe());
const everyHandler = () =>
  pages().flatMap(({ name, permission, readings, actions = {} }) => [
    ...Object.keys(readings).map((key) => ({ path: `${name}/${key}`, ask: read, permission })),
    ...Object.keys(actions).map((key) => ({ path: `${name}/${key}`, ask: act, permission })),
  ]);

/** The changes that an action takes by their names, if it takes some. */
const changesOf = ({ input }: PanelHandler): readonly string[] => {
  const { change } = (input as z.ZodObject<z.ZodRawShape>).shape;
  return change instanceof z.ZodEnum ? change.options.map(String) : [];
};

describe("the panel's pages", () => {
  it('answer nothing to strangers', async () => {
    for (const { path, ask } of everyHandler()) {
      const { status } = await ask('auth-session=forged', path);
      expect([path, status]).toEqual([path, 401]);
    }
  });

  it('answer nothing beside the home pages to those who may only open the panel', async () => {
    const cookie = await enter();
    const closed = everyHandler().filter(({ permission }) => permission !== 'panel:open');
    expect(closed.length).toBeGreaterThan(50);
    for (const { path, ask } of closed) {
      const { status } = await ask(cookie, path);
      expect([path, status]).toEqual([path, 403]);
    }
  });

  it('change and try out nothing for those who may only read and explain', async () => {
    for (const { name, permission, actions = {} } of pages()) {
      const cookie = await enter(permission, 'authorization:explain');
      for (const [key, action] of Object.entries(actions)) {
        const changes = changesOf(action);
        if (changes.length === 0)
          expect([name, key, action.permission]).toEqual([name, key, expect.any(String)]);
        for (const change of changes) {
          const ids = { roleId: v7(), teamId: v7(), groupId: v7(), userId: v7(), userIds: [v7()] };
          const { status, body } = await act(cookie, `${name}/${key}`, { change, ...ids });
          expect([name, key, change, status, body.code]).toEqual([name, key, change, 403, 'forbidden']);
        }
      }
    }
  });

  it('tell of permissions, resources, roles and addresses only to those who may read them', async () => {
    const role = await app.app.get(CreateRole).execute({ name: v7(), permissions: ['user:read'] });
    await app.app.get(CreateVisibilityGroup).execute({ name: v7() });
    const user = await createUser(app);

    const roles = await read(await enter('role:read'), `role/read?id=${role.id}`).expect(200);
    expect(roles.body.catalogue).toEqual([]);
    const tree = await read(await enter('visibility_group:read'), 'visibility/tree').expect(200);
    expect(tree.body.types).toEqual([]);
    const rules = await read(await enter('separation_of_duty:read'), 'separation/read').expect(200);
    expect(rules.body.roles).toEqual([]);
    const asker = await enter('authorization:explain');
    const who = await read(asker, 'who-can/find?permission=own_profile:read').expect(200);
    expect(who.body.people.length).toBeGreaterThan(0);
    expect(who.body.people.filter(({ email }: { email: string }) => email !== '')).toEqual([]);
    const why = await read(asker, `why-can/explain?permission=user:read&userId=${user.id}`).expect(200);
    expect(why.body.email).toBe('');
  });

  it('clone no inherited roles for those who may not change what a role inherits', async () => {
    const parent = await app.app.get(CreateRole).execute({ name: v7() });
    const role = await app.app.get(CreateRole).execute({ name: v7() });
    await app.dataSource.query('INSERT INTO role_parents (role_id, parent_id) VALUES ($1, $2)', [
      role.id,
      parent.id,
    ]);
    const cookie = await enter('role:read', 'role:create');
    await act(cookie, 'role/clone', { id: parent.id, name: v7() }).expect(200);
    await act(cookie, 'role/clone', { id: role.id, name: v7() }).expect(403);
  });
});
