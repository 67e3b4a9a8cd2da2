import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { useDatabase } from './support/app.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { hasRedis, TestRedis } from './support/redis.js';

const BOUND_MS = 1000;
const admin = { email: 'root@example.test', password: 'a passphrase for the tests alone' };

/** What the routes that are used here answer. */
interface Answer {
  readonly id: string;
  readonly accessToken: string;
  readonly displayName: string;
  readonly items: readonly { readonly id: string; readonly roleId: string; readonly name: string }[];
}

interface Person {
  readonly id: string;
  readonly email: string;
  readonly authorization: string;
}

/** Two built instances on one database: what one changes, the other has to know within a second. */
function describeInstances(name: string, redis: () => TestRedis | null): void {
  describe(name, () => {
    const database = useDatabase();
    const instances: BuiltService[] = [];
    let root = '';

    const call = async (
      instance: number,
      method: string,
      path: string,
      authorization: string,
      body?: object,
    ) => {
      const response = await fetch(`${instances[instance]?.origin}/auth/v1${path}`, {
        method,
        headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      return {
        status: response.status,
        body: (await response.json().catch(() => null)) as Answer,
      };
    };
    const logIn = async (credentials: { email: string; password: string }) => {
      const { body } = await call(0, 'POST', '/login', '', credentials);
      return `Bearer ${body.accessToken}`;
    };
    let count = 0;
    /** Somebody who may list users, and whom both instances know by heart. */
    const person = async (): Promise<Person> => {
      const email = `person-${++count}@example.test`;
      const { body: user } = await call(0, 'POST', '/users', root, { ...admin, email });
      const { body: roles } = await call(0, 'GET', '/roles?search=administrator', root);
      await call(0, 'PUT', `/users/${user.id}/roles/${roles.items[0]?.id}`, root, {});
      const authorization = await logIn({ ...admin, email });
      for (const instance of [0, 1, 0, 1]) {
        expect((await call(instance, 'GET', '/users/me', authorization)).status).toBe(200);
        expect((await call(instance, 'GET', '/users?limit=1', authorization)).status).toBe(200);
      }
      return { id: user.id, email, authorization };
    };
    /** Milliseconds until the other instance answers `status`. */
    const until = async (status: number, path: string, authorization: string): Promise<number> => {
      const since = Date.now();
      while (Date.now() - since < 5000) {
        if ((await call(1, 'GET', path, authorization)).status === status) break;
        await sleep(5);
      }
      return Date.now() - since;
    };

    const endsEverywhere = async () => {
      const { authorization } = await person();
      expect((await call(0, 'POST', '/logout', authorization)).status).toBe(204);
      expect((await call(0, 'GET', '/users/me', authorization)).status).toBe(401);
      expect(await until(401, '/users/me', authorization)).toBeLessThan(BOUND_MS);
    };

    beforeAll(async () => {
      const url = redis()?.url;
      for (let index = 0; index < 2; index++)
        instances.push(
          await startBuiltService({
            DATABASE_URL: database.url,
            DATA_DIR: process.env.TEST_DATA_DIR ?? '',
            BOOTSTRAP_ADMIN_EMAIL: admin.email,
            BOOTSTRAP_ADMIN_PASSWORD: admin.password,
            ...(url && { REDIS_URL: url }),
          }),
        );
      root = await logIn(admin);
    }, 60_000);
    afterAll(async () => {
      for (const instance of instances) await instance.stop();
    });

    it('a session that ended', endsEverywhere);

    it('a user who was disabled', async () => {
      const { id, authorization } = await person();
      expect((await call(0, 'PATCH', `/users/${id}`, root, { status: 'disabled' })).status).toBe(200);
      expect((await call(0, 'GET', '/users/me', authorization)).status).toBe(401);
      expect(await until(401, '/users/me', authorization)).toBeLessThan(BOUND_MS);
    });

    it('a role that was taken away', async () => {
      const { id, authorization } = await person();
      const { body } = await call(0, 'GET', `/users/${id}/roles`, root);
      const roleId = body.items.find(({ name: role }) => role === 'administrator')?.roleId;
      expect((await call(0, 'DELETE', `/users/${id}/roles/${roleId}`, root)).status).toBe(204);
      expect((await call(0, 'GET', '/users?limit=1', authorization)).status).toBe(403);
      expect(await until(403, '/users?limit=1', authorization)).toBeLessThan(BOUND_MS);
    });

    it('a name that changed', async () => {
      const { id, authorization } = await person();
      await call(0, 'PATCH', `/users/${id}`, root, { displayName: 'Changed' });
      await sleep(BOUND_MS);
      expect((await call(1, 'GET', '/users/me', authorization)).body.displayName).toBe('Changed');
    });

    it('also after the connection that listens was cut', async () => {
      const { default: pg } = await import('pg');
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      await client.end();
      await sleep(300);
      root = await logIn(admin);
      await endsEverywhere();
    }, 20_000);

    if (redis === noRedis) return;
    it('while Redis is away and when it is back', async () => {
      const server = redis()!;
      await server.kill();
      await endsEverywhere();
      await server.run();
      await endsEverywhere();
      await sleep(1500);
      await endsEverywhere();
    }, 30_000);
  });
}

const noRedis = () => null;
describeInstances('over PostgreSQL', noRedis);

if (hasRedis) {
  let server: TestRedis | null = null;
  beforeAll(async () => {
    server = await TestRedis.start();
  });
  afterAll(() => server?.kill());
  describeInstances('over Redis', () => server);
}
