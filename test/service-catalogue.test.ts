import { describe, expect, it } from '@jest/globals';
import { type TestApp, useApp, useCommittingApps } from './support/app.js';
import { RegisterCatalogue } from '../apps/auth/src/modules/rbac/index.js';
import { bearer, createUser, createUserWithRole } from './support/people.js';
import { createService, serviceToken } from './support/services.js';

const app = useApp();
const deal = (...actions: string[]) => ({
  key: 'deal',
  description: 'Deals',
  actions: actions.map((name) => ({ name, description: `${name} deals` })),
});

/** Registers as the account of a service. */
async function registrar() {
  const authorization = `Bearer ${await serviceToken(app, await createService(app, 'catalogue:register'))}`;
  return (resources: unknown, service = 'sales') =>
    app.request().put(`/auth/v1/services/${service}/catalogue`).set('authorization', authorization).send({
      resources,
    });
}
const revision = async (instance = app) => {
  const [row] = await instance.dataSource.query('SELECT rev FROM authorization_revision');
  return row.rev as string;
};
const events = async () => {
  const rows = await app.dataSource.query(
    `SELECT after FROM audit_log WHERE action = 'catalogue.registered'`,
  );
  return rows.map(({ after }: { after: unknown }) => after) as unknown[];
};
const NOTHING = { registered: [], deprecated: [], restored: [] };

describe('the catalogue of a service', () => {
  it('is registered, and nothing is written when it comes again', async () => {
    const register = await registrar();
    const { body } = await register([deal('read', 'update')]).expect(200);
    expect(body).toEqual({ ...NOTHING, registered: ['deal:read', 'deal:update'] });
    const before = await revision();
    expect((await register([deal('read', 'update')]).expect(200)).body).toEqual(NOTHING);
    expect(await revision()).toBe(before);
    expect(await events()).toEqual([
      { service: 'sales', ...NOTHING, registered: ['deal:read', 'deal:update'] },
    ]);
    const root = await bearer(app, await createUserWithRole(app, 'superuser'));
    const listed = await app.request().get('/auth/v1/permissions?search=deal').set('authorization', root);
    expect(listed.body.items).toEqual([
      expect.objectContaining({ name: 'deal:read', description: 'read deals', deprecatedAt: null }),
      expect.objectContaining({ name: 'deal:update' }),
    ]);
  });

  it('marks what code no longer declares, and takes the mark away when it comes back', async () => {
    const register = await registrar();
    await register([deal('read', 'update')]).expect(200);
    const { body: less } = await register([deal('read')]).expect(200);
    expect(less).toEqual({ ...NOTHING, deprecated: ['deal:update'] });
    const [marked] = await app.dataSource.query(
      `SELECT deprecated_at FROM permissions WHERE name = 'deal:update'`,
    );
    expect(marked.deprecated_at).not.toBeNull();
    const { body: none } = await register([]).expect(200);
    expect(none).toEqual({ ...NOTHING, deprecated: ['deal:read'] });
    const { body: all } = await register([deal('read', 'update')]).expect(200);
    expect(all).toEqual({ ...NOTHING, restored: ['deal:read', 'deal:update'] });
  });

  it('never touches what belongs to another service, or to this one', async () => {
    const register = await registrar();
    await register([deal('read')]).expect(200);
    for (const [resources, service] of [
      [[deal('read', 'update')], 'other'],
      [[{ ...deal('read'), key: 'user' }], 'sales'],
    ] as const) {
      const { body } = await register(resources, service).expect(409);
      expect(body.errors[0].field).toBe('resources.0.key');
    }
    const { body } = await register([], 'auth').expect(409);
    expect(body.errors[0].field).toBe('service');
  });

  it.each([
    [{ resources: [deal('Read')] }, 'resources.0.actions.0.name'],
    [{ resources: [{ ...deal('read'), key: 'De al' }] }, 'resources.0.key'],
    [{ resources: [deal('read'), deal('read')] }, 'resources.1'],
    [{ resources: [deal('read', 'read')] }, 'resources.0'],
    [{ resources: 'deal' }, 'resources'],
    [{}, 'resources'],
  ])('refuses %j', async (body, field) => {
    const register = await registrar();
    const answer = await register((body as { resources?: unknown }).resources).expect(400);
    expect(answer.body.errors[0].field).toBe(field);
  });

  it('is registered by holders of catalogue:register alone, under a name that is one', async () => {
    const authorization = await bearer(app, await createUser(app));
    const path = '/auth/v1/services/sales/catalogue';
    await app.request().put(path).set('authorization', authorization).send({ resources: [] }).expect(403);
    await (await registrar())([], 'Sales').expect(400);
  });
});

describe('several instances of a service', () => {
  const apps = useCommittingApps(2) as readonly [TestApp, TestApp];

  it('that start at once register once', async () => {
    const starts = Array.from({ length: 10 }, (_, index) =>
      apps[index % 2]!.app.get(RegisterCatalogue).execute('sales', [deal('read', 'update')]),
    );
    const registered = (await Promise.all(starts)).flatMap((registration) => registration.registered);
    expect(registered.sort()).toEqual(['deal:read', 'deal:update']);
  });
});
