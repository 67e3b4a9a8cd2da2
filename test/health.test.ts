import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { InvalidationChannel } from '../apps/auth/src/core/cache/index.js';
import { Database } from '../apps/auth/src/core/database/index.js';
import { Drain } from '../apps/auth/src/core/http/index.js';
import { AppLogger } from '../apps/auth/src/core/telemetry/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith } from './support/people.js';

const app = useApp();
const LEVEL = '/auth/v1/log-level';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('health', () => {
  const ready = () => app.request().get('/auth/health/ready').expect('cache-control', 'no-store');

  it('is told to everybody, and never kept by a cache', async () => {
    await app
      .request()
      .get('/auth/health/live')
      .expect(200, { status: 'ok' })
      .expect('cache-control', 'no-store');
    await ready().expect(200, { ready: true, database: 'up', invalidation: 'up' });
  });

  it('says 503 with Retry-After while the database is gone, and lives on', async () => {
    const query = jest.spyOn(app.app.get(Database), 'query').mockRejectedValue(new Error('gone'));
    const { headers } = await ready().expect(503, { ready: false, database: 'down', invalidation: 'up' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await app.request().get('/auth/health/live').expect(200);
    query.mockRestore();
    await ready().expect(200);
  });

  it('says 503 once the service is told to stop, so that proxies turn away', async () => {
    jest.spyOn(app.app.get(Drain), 'begun', 'get').mockReturnValue(true);
    await ready()
      .expect(503, { ready: false, database: 'up', invalidation: 'up' })
      .expect('retry-after', '1')
      .expect('connection', 'close');
  });

  it('stays ready when changes are not heard of: the database is asked instead', async () => {
    jest.spyOn(app.app.get(InvalidationChannel), 'trusted', 'get').mockReturnValue(false);
    await ready().expect(200, { ready: true, database: 'up', invalidation: 'down' });
  });
});

describe('the log level', () => {
  it('is switched at run time by whoever may', async () => {
    const person = await createUserWith(app, 'system:read', 'system:update', 'audit:read');
    const authorization = await bearer(app, person);
    const put = (level: unknown) => app.request().put(LEVEL).set({ authorization }).send({ level });
    for (const wrong of ['loud', '', null, 5, ['info'], { level: 'info' }, undefined])
      expect((await put(wrong).expect(400)).body.errors[0].field).toBe('level');
    expect(app.app.get(AppLogger).level).toBe('silent');
    await put('fatal').expect(204);
    await app.request().get(LEVEL).set({ authorization }).expect(200, { level: 'fatal' });
    expect(app.app.get(AppLogger).level).toBe('fatal');
    const { body } = await app
      .request()
      .get('/auth/v1/audit-log?action=log_level.changed')
      .set({ authorization })
      .expect(200);
    expect(body.items).toMatchObject([{ actorId: person.id, before: 'silent', after: 'fatal' }]);
    await put('silent').expect(204);
  });

  it('is nobody else’s business', async () => {
    const reader = await bearer(app, await createUserWith(app, 'system:read'));
    const member = await bearer(app, await createUser(app));
    const put = (authorization: string) =>
      app.request().put(LEVEL).set({ authorization }).send({ level: 'trace' });
    await app.request().put(LEVEL).send({ level: 'trace' }).expect(401);
    for (const authorization of [reader, member]) await put(authorization).expect(403);
    await app.request().get(LEVEL).set('authorization', member).expect(403);
    expect(app.app.get(AppLogger).level).toBe('silent');
  });
});
