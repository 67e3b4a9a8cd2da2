import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processBirth } from '../apps/auth/src/core/database/embedded/processes.js';
import { useDatabase } from './support/app.js';
import { startBuiltService } from './support/built-service.js';

const database = useDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'process-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const admin = { BOOTSTRAP_ADMIN_EMAIL: 'root@example.test', BOOTSTRAP_ADMIN_PASSWORD: 'a long passphrase' };
const postmaster = () =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

async function logIn(origin: string): Promise<number> {
  const response = await fetch(`${origin}/auth/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: admin.BOOTSTRAP_ADMIN_EMAIL, password: admin.BOOTSTRAP_ADMIN_PASSWORD }),
  });
  return response.status;
}

describe('the process', () => {
  it('says where everything is, keeps its data through SIGKILL, and leaves no database behind', async () => {
    const first = await startBuiltService({ DATA_DIR: dataDir, ...admin });
    for (const part of ['/auth/v1', '/auth/admin', '/auth/mkdocs/', 'embedded'])
      expect(first.output()).toContain(part);
    expect(await logIn(first.origin)).toBe(200);
    await first.stop('SIGKILL');
    const second = await startBuiltService({ DATA_DIR: dataDir });
    expect(second.output()).not.toContain('/auth/setup');
    expect(await logIn(second.origin)).toBe(200);
    const pid = postmaster();
    expect(await second.stop('SIGINT')).toBe(0);
    expect(processBirth(pid)).toBeNull();
  }, 90_000);

  it('drops no request when it is told to stop under load', async () => {
    const service = await startBuiltService({
      DATABASE_URL: database.url,
      DATA_DIR: process.env.TEST_DATA_DIR ?? '',
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 10 });
    const counts = { answered: 0, unavailable: 0, cut: 0 };
    /** @returns whether the service still takes requests */
    const ask = () =>
      new Promise<boolean>((resolve) => {
        const request = get(`${service.origin}/auth/health/ready`, { agent }, (response) => {
          response.resume().once('end', () => {
            counts[response.statusCode === 200 ? 'answered' : 'unavailable'] += 1;
            resolve(true);
          });
          response.once('error', () => (counts.cut += 1));
        });
        request.once('error', () => {
          // A new connection is refused when the listener is gone: a proxy takes another instance then.
          if (request.reusedSocket) counts.cut += 1;
          resolve(false);
        });
      });
    const load = Array.from({ length: 10 }, async () => {
      while (await ask());
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await service.stop('SIGTERM')).toBe(0);
    await Promise.all(load);
    agent.destroy();
    expect(counts.answered).toBeGreaterThan(50);
    expect(counts.unavailable).toBeGreaterThan(0);
    expect(counts.cut).toBe(0);
  }, 60_000);

  it.each([
    ['PORT', { PORT: 'many' }],
    ['KEY_ENCRYPTION_KEY', { NODE_ENV: 'production' }],
    ['KEY_ENCRYPTION_KEY', { KEY_ENCRYPTION_KEY: 'c2hvcnQ=' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['SESSION_IDLE_SECONDS', { SESSION_IDLE_SECONDS: '-1' }],
    ['PROFILE_SCHEMA_FILE', { PROFILE_SCHEMA_FILE: '/nowhere.json' }],
  ])(
    'does not start with a wrong %s and says so',
    async (name, setting) => {
      const start = startBuiltService({
        DATABASE_URL: database.url,
        DATA_DIR: process.env.TEST_DATA_DIR ?? '',
        ...setting,
      });
      const error = await start.then(
        async (service) => service.stop(),
        (fault: unknown) => fault,
      );
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).toContain(name);
      expect((error as Error).message).not.toMatch(/\n\s+at /);
    },
    30_000,
  );
});
