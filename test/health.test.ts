import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../apps/auth/src/core/database/embedded-postgres.js';
import { useApp } from './support/app.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { bearer, createUserWith } from './support/people.js';

const app = useApp();

/** A server with its backends. */
function processesOf(postmaster: number): number[] {
  const list = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' });
  return [postmaster, ...list.trim().split(/\s+/).map(Number)];
}

describe('the log level', () => {
  it('is switched at run time by whoever may', async () => {
    const authorization = await bearer(app, await createUserWith(app, 'system:read', 'system:update'));
    const put = (level: unknown) =>
      app.request().put('/auth/v1/log-level').set({ authorization }).send({ level });
    expect((await put('loud').expect(400)).body.errors[0].field).toBe('level');
    await put('fatal').expect(204);
    const { body } = await app.request().get('/auth/v1/log-level').set({ authorization }).expect(200);
    expect(body).toEqual({ level: 'fatal' });
    await put('silent').expect(204);
  });
});

describe('without its database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'health-'));
  const admin = { email: 'root@example.test', password: 'a passphrase for the tests alone' };
  let postgres: EmbeddedPostgres;
  let service: BuiltService;

  const postmaster = () =>
    Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const post = (path: string, body: object) =>
    fetch(`${service.origin}/auth/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const login = () => post('/login', admin);
  /** Whatever needs the database says so within two seconds. */
  const expectUnavailable = async (ask: () => Promise<Response>) => {
    const since = Date.now();
    const response = await ask();
    expect(Date.now() - since).toBeLessThan(2500);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    return response;
  };
  const recovers = async () => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const response = await login();
      if (response.ok) return (await response.json()) as { refreshToken: string };
      expect(response.status).toBe(503);
      await sleep(100);
    }
    throw new Error('the service did not recover');
  };

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDir });
    service = await startBuiltService({
      DATABASE_URL: postgres.url,
      DATA_DIR: dataDir,
      BOOTSTRAP_ADMIN_EMAIL: admin.email,
      BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    });
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('the service lives, is not ready, answers 503, and goes on when it is back', async () => {
    const { refreshToken } = await recovers();
    const frozen = processesOf(postmaster());
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    try {
      await Promise.all([
        expectUnavailable(login),
        expectUnavailable(() => post('/refresh', { refreshToken })),
        expectUnavailable(() => fetch(`${service.origin}/auth/health/ready`)),
      ]);
      expect((await fetch(`${service.origin}/auth/health/live`)).status).toBe(200);
      const problem = (await (await expectUnavailable(login)).json()) as { code: string };
      expect(problem.code).toBe('dependency_unavailable');
    } finally {
      for (const pid of frozen) process.kill(pid, 'SIGCONT');
    }
    await recovers();
  }, 60_000);

  it('what was acknowledged before it was killed is there afterwards', async () => {
    const { refreshToken } = await recovers();
    const rotated = await post('/refresh', { refreshToken });
    expect(rotated.status).toBe(200);
    process.kill(postmaster(), 'SIGKILL');
    await recovers();
    const successor = (await rotated.json()) as { refreshToken: string };
    const again = await post('/refresh', { refreshToken: successor.refreshToken });
    expect(again.status).toBe(200);
    expect((await post('/refresh', { refreshToken })).status).toBe(401);
  }, 60_000);
});
