import { describe, expect, it } from '@jest/globals';
import { CreateServiceAccount } from '../apps/auth/src/modules/service-account/index.js';
import {
  DeletePermission,
  FindRole,
  CreateResource,
  CreatePermission,
} from '../apps/auth/src/modules/rbac/index.js';
import { useApp } from './support/app.js';
import {
  bearer,
  createUser,
  createUserWith,
  createUserWithRole,
  newEmail,
  PASSWORD,
} from './support/people.js';
import { createService, sendForm, serviceToken } from './support/services.js';

const app = useApp();
const PATH = '/auth/v1/service-accounts';
const MANAGE = [
  'service_account:read',
  'service_account:create',
  'service_account:update',
  'service_account:delete',
] as const;

describe('service accounts', () => {
  it('are made, read, listed, changed and deleted, each change with its event', async () => {
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    const send = (method: 'post' | 'patch', path: string, body: object) =>
      app.request()[method](path).set('authorization', root).send(body);
    const { body: made } = await send('post', PATH, {
      name: 'billing',
      permissions: ['user:read', 'user:read'],
    }).expect(201);
    expect(made).toMatchObject({ name: 'billing', permissions: ['user:read'], status: 'active', version: 1 });
    expect((await send('post', PATH, { name: 'billing' }).expect(409)).body.errors[0].field).toBe('name');
    const path = `${PATH}/${made.id}`;
    await send('patch', path, { description: 'bills' }).set('if-match', '"7"').expect(412);
    const { body: changed } = await send('patch', path, { description: 'bills', permissions: ['role:read'] })
      .set('if-match', '"1"')
      .expect(200);
    expect(changed).toMatchObject({
      name: 'billing',
      description: 'bills',
      permissions: ['role:read'],
      version: 2,
    });
    const { body: list } = await app.request().get(PATH).set('authorization', root).expect(200);
    expect(list.items).toContainEqual(changed);
    const { body: found } = await app.request().get(path).set('authorization', root).expect(200);
    expect(found).toEqual({ ...changed, secrets: [] });
    await app.request().delete(path).set('authorization', root).expect(204);
    await app.request().get(path).set('authorization', root).expect(404);
    const events: { action: string }[] = await app.dataSource.query(
      'SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY id',
      [made.id],
    );
    expect(events.map(({ action }) => action)).toEqual(
      ['created', 'updated', 'deleted'].map((verb) => `service_account.${verb}`),
    );
  });

  it.each([
    [{ permissions: ['user:read'] }, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'x', permissions: ['user:*'] }, 'permissions'],
    [{ name: 'x', permissions: ['not:registered'] }, 'permissions'],
    [{ name: 'x', permissions: ['own_profile:update'] }, 'permissions'],
    [{ name: 'x', permissions: ['own_api_key:create'] }, 'permissions'],
    [{ name: 'x', createdBy: null }, 'createdBy'],
  ])('refuse %j', async (body, field) => {
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    const answer = await app.request().post(PATH).set('authorization', root).send(body).expect(400);
    expect(answer.body.errors[0].field).toBe(field);
  });

  it('get no more than whoever makes, changes or enables them, or gives them a secret, holds', async () => {
    const strong = await createService(app, 'user:delete');
    const weak = await createService(app, 'user:read');
    const authorization = await bearer(app, await createUserWith(app, 'user:read', ...MANAGE));
    const send = async (method: 'post' | 'patch', path: string, body: object) => {
      const answer = await app
        .request()
        [method](`${PATH}${path}`)
        .set('authorization', authorization)
        .send(body);
      return [answer.status, answer.body.code as unknown];
    };
    const refused = [403, 'escalation_refused'];
    expect(await send('post', '', { name: 'mine', permissions: ['user:delete'] })).toEqual(refused);
    expect(await send('patch', `/${weak.id}`, { permissions: ['user:read', 'user:delete'] })).toEqual(
      refused,
    );
    expect(await send('patch', `/${strong.id}`, { description: 'mine' })).toEqual(refused);
    expect(await send('post', `/${strong.id}/secrets`, {})).toEqual(refused);
    expect(await send('patch', `/${strong.id}`, { status: 'disabled' })).toEqual([200, undefined]);
    expect(await send('patch', `/${strong.id}`, { status: 'active' })).toEqual(refused);
    expect(await send('post', `/${weak.id}/secrets`, {})).toEqual([201, undefined]);
    expect(await send('post', '', { name: 'mine', permissions: ['user:read'] })).toEqual([201, undefined]);
  });

  it('use their rights and give none away', async () => {
    const service = await createService(
      app,
      'user:create',
      'user:update',
      'role:assign',
      'role:read',
      'user:read',
      'service_account:create',
    );
    const authorization = `Bearer ${await serviceToken(app, service)}`;
    const { body: user } = await app
      .request()
      .post('/auth/v1/users')
      .set('authorization', authorization)
      .send({ email: newEmail(), password: PASSWORD })
      .expect(201);
    const [event] = await app.dataSource.query(
      `SELECT actor_id FROM audit_log WHERE action = 'user.created' AND subject_id = $1`,
      [user.id],
    );
    expect(event).toEqual({ actor_id: service.id });
    const superuser = await app.app.get(FindRole).execute('superuser');
    const roles = `/auth/v1/users/${user.id}/roles/${superuser}`;
    await app.request().put(roles).set('authorization', authorization).send({}).expect(403);
    const grown = { name: 'grown', permissions: ['user:delete'] };
    await app.request().post(PATH).set('authorization', authorization).send(grown).expect(403);
    const { id: root } = await createUserWithRole(app, 'superuser');
    const takeOver = app.request().patch(`/auth/v1/users/${root}`).set('authorization', authorization);
    expect((await takeOver.send({ email: newEmail() }).expect(403)).body.code).toBe('escalation_refused');
    await app
      .request()
      .patch(`/auth/v1/users/${user.id}`)
      .set('authorization', authorization)
      .send({ displayName: 'Known' })
      .expect(200);
  });

  it('lose their tokens when they are disabled, deleted, or a permission goes', async () => {
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    const status = async (token: string, path = 'users') =>
      (await app.request().get(`/auth/v1/${path}`).set('authorization', `Bearer ${token}`)).status;
    for (const end of ['disable', 'delete'] as const) {
      const service = await createService(app, 'user:read');
      const token = await serviceToken(app, service);
      for (let turn = 0; turn < 2; turn++) expect(await status(token)).toBe(200);
      const path = `${PATH}/${service.id}`;
      if (end === 'delete') await app.request().delete(path).set('authorization', root).expect(204);
      else
        await app.request().patch(path).set('authorization', root).send({ status: 'disabled' }).expect(200);
      expect(await status(token)).toBe(401);
      await sendForm(app, 'token', service.basic, { grant_type: 'client_credentials' }).expect(401);
    }
    const service = await createService(app, 'user:read', 'role:read');
    const token = await serviceToken(app, service);
    expect([await status(token), await status(token, 'roles')]).toEqual([200, 200]);
    await app
      .request()
      .patch(`${PATH}/${service.id}`)
      .set('authorization', root)
      .send({ permissions: ['role:read'] })
      .expect(200);
    expect([await status(token), await status(token, 'roles')]).toEqual([403, 200]);
  });

  it('do not hold a permission that is deleted from the catalogue', async () => {
    await app.app.get(CreateResource).execute({ key: 'deal', description: 'Deals', service: 'sales' });
    const permission = await app.app
      .get(CreatePermission)
      .execute({ resource: 'deal', action: 'read', description: 'See deals' });
    const service = await createService(app, 'deal:read', 'user:read');
    const scope = async () => {
      const answer = await sendForm(app, 'token', service.basic, { grant_type: 'client_credentials' }).expect(
        200,
      );
      return answer.body.scope as string;
    };
    expect(await scope()).toBe('deal:read user:read');
    await app.app.get(DeletePermission).execute(permission.id);
    expect(await scope()).toBe('user:read');
  });

  it('are for holders of their permissions', async () => {
    const { id } = await createService(app);
    const authorization = await bearer(app, await createUser(app));
    await app.request().get(PATH).set('authorization', authorization).expect(403);
    await app.request().post(PATH).set('authorization', authorization).send({ name: 'x' }).expect(403);
    await app.request().delete(`${PATH}/${id}`).set('authorization', authorization).expect(403);
    const administrator = await bearer(app, await createUserWithRole(app, 'administrator'));
    await app.request().get(`${PATH}/${id}`).set('authorization', administrator).expect(200);
  });

  it('have ten secrets at most, and none that is over before it began', async () => {
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    const { id } = await app.app.get(CreateServiceAccount).execute({ name: 'many secrets' });
    const add = (body: object) =>
      app.request().post(`${PATH}/${id}/secrets`).set('authorization', root).send(body);
    await add({ expiresAt: '2020-01-01T00:00:00Z' }).expect(400);
    for (let count = 0; count < 10; count++) await add({}).expect(201);
    await add({}).expect(409);
  });
});
