import { afterAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processBirth } from '../apps/auth/src/core/database/embedded/processes.js';
import { useDatabase } from './support/app.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { Client } from './support/client.js';
import { takePort } from './support/free-port.js';
import type { Tokens } from './support/people.js';

const database = useDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'process-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const admin = { email: 'root@example.test', password: 'a long passphrase' };
const bootstrap = { BOOTSTRAP_ADMIN_EMAIL: admin.email, BOOTSTRAP_ADMIN_PASSWORD: admin.password };
const postmaster = () =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
const startOnServer = (environment: Readonly<Record<string, string>>) =>
  startBuiltService({
    DATABASE_URL: database.url,
    DATA_DIR: process.env.TEST_DATA_DIR ?? '',
    ...environment,
  });

describe('the process', () => {
  it('says where everything is, keeps its data through SIGKILL, and leaves no database behind', async () => {
    const first = await startBuiltService({ DATA_DIR: dataDir, ...bootstrap });
    const said = first.output();
    for (const part of ['/auth/v1', '/auth/admin', '/auth/mkdocs/', '/auth/openapi.json', dataDir])
      expect(said).toContain(part);
    const client = new Client(first);
    const login = await client.post<Tokens>('/v1/login', admin);
    const refreshed = await client.post<Tokens>('/v1/refresh', { refreshToken: login.body.refreshToken });
    expect([login.status, refreshed.status]).toEqual([200, 200]);
    const orphan = postmaster();
    await first.stop('SIGKILL');
    for (let attempt = 0; attempt < 100 && processBirth(orphan) !== null; attempt++) await sleep(50);
    expect(processBirth(orphan)).toBeNull();

    const second = await startBuiltService({ DATA_DIR: dataDir });
    expect(second.output()).not.toContain('/auth/setup');
    const again = await new Client(second).post<Tokens>('/v1/refresh', {
      refreshToken: refreshed.body.refreshToken,
    });
    expect(again).toMatchObject({ status: 200, body: { sessionId: login.body.sessionId } });
    const me = await new Client(second).as(login.body.accessToken).get('/v1/users/me');
    expect(me).toMatchObject({ status: 200, body: { email: admin.email } });
    const pid = postmaster();
    expect(await second.stop('SIGINT')).toBe(0);
    expect(processBirth(pid)).toBeNull();
  }, 90_000);

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'drops no request when it gets %s under load',
    async (signal) => {
      const service = await startOnServer(bootstrap);
      const { body: tokens } = await new Client(service).post<Tokens>('/v1/login', admin);
      const load = new Load(service, tokens.accessToken);
      while ((load.statuses.get(200) ?? 0) < 50) await sleep(20);
      expect(await service.stop(signal)).toBe(0);
      await load.end();
      expect(load.cut).toEqual([]);
      expect([...load.statuses.keys()].sort()).toEqual([200, 503]);
      expect(service.output()).not.toMatch(/"level":"(?:error|fatal)"/);
    },
    60_000,
  );

  it('stops although a browser holds a connection that it opened ahead and never used', async () => {
    const service = await startOnServer({});
    const silent = connect(Number(new URL(service.origin).port), '127.0.0.1');
    const closed = once(silent, 'close');
    await once(silent, 'connect');
    expect(await service.stop('SIGTERM')).toBe(0);
    await closed;
  }, 60_000);

  it('does not start with a wrong setting, and names it', async () => {
    const other = await takePort();
    const wrong: [string, Record<string, string>][] = [
      ['PORT', { PORT: 'many' }],
      ['KEY_ENCRYPTION_KEY', { NODE_ENV: 'production' }],
      ['PROFILE_SCHEMA_FILE', { PROFILE_SCHEMA_FILE: '/nowhere.json' }],
      ['DATABASE_URL', { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' }],
      ['PORT', { PORT: String(other.port) }],
    ];
    await Promise.all(
      wrong.map(async ([name, environment]) => {
        const message = await startOnServer(environment).then(
          async (service) => `started: ${await service.stop()}`,
          (error: unknown) => String(error),
        );
        expect(message).toContain('(exit code 1)');
        expect(message).toContain(name);
        expect(message).not.toMatch(/\n\s+at /);
      }),
    );
    other.server.close();
  }, 60_000);
});

/** Clients that keep their connections and ask on and on, until the service takes no new connection. */
class Load {
  readonly statuses = new Map<number, number>();
  /** Requests that were begun on an open connection and got no answer. */
  readonly cut: string[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 12 });
  private readonly clients: Promise<unknown>;

  constructor(
    private readonly service: BuiltService,
    accessToken: string,
  ) {
    const authorization = `Bearer ${accessToken}`;
    const kinds = [
      () => this.ask('GET', '/health/ready'),
      () => this.ask('GET', '/v1/users/me', { authorization }),
      () => this.ask('GET', '/v1/users?limit=5', { authorization }),
      () => this.ask('POST', '/v1/login', {}, admin),
    ];
    this.clients = Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        while (await kinds[index % kinds.length]?.());
      }),
    );
  }

  async end(): Promise<void> {
    await this.clients;
    this.agent.destroy();
  }

  /** @returns whether the service still takes requests */
  private ask(method: string, path: string, headers: object = {}, body?: object): Promise<boolean> {
    return new Promise((resolve) => {
      const sent = request(`${this.service.origin}/auth${path}`, {
        agent: this.agent,
        method,
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      });
      sent.once('response', (response) => {
        const status = response.statusCode ?? 0;
        response.resume().once('end', () => {
          this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
          resolve(true);
        });
        response.once('error', (error) => this.cut.push(`${method} ${path}: ${error.message}`));
      });
      sent.once('error', (error) => {
        // Once the listener is gone a new connection is refused: a proxy takes another instance then.
        if (sent.reusedSocket) this.cut.push(`${method} ${path}: ${error.message}`);
        resolve(false);
      });
      sent.end(body && JSON.stringify(body));
    });
  }
}
