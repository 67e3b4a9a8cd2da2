import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  DataDirInUse,
  type EmbeddedPostgres,
  EmbeddedPostgresError,
  startEmbeddedPostgres,
} from '../apps/auth/src/core/database/embedded-postgres.js';
import { restoreLinks } from '../apps/auth/src/core/database/embedded/binaries.js';
import { readPostmaster } from '../apps/auth/src/core/database/embedded/postmaster-file.js';
import { commandLine, endsWithin, processBirth } from '../apps/auth/src/core/database/embedded/processes.js';

const PATIENCE_MS = 15_000;

describe('the embedded PostgreSQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
  const cluster = join(dataDir, 'postgres');
  const started: EmbeddedPostgres[] = [];
  const owners: ChildProcess[] = [];

  async function start(
    options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {},
  ): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' }, ...options });
    started.push(server);
    return server;
  }

  /** Another process that owns the folder. */
  async function startOwner(): Promise<{ owner: ChildProcess; url: string }> {
    const script = join(import.meta.dirname, 'support/database-owner.mjs');
    const owner = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    owners.push(owner);
    const [output] = (await once(owner.stdout, 'data')) as [Buffer];
    return { owner, url: output.toString().trim() };
  }

  async function kill(owner: ChildProcess): Promise<void> {
    const ended = once(owner, 'exit');
    owner.kill('SIGKILL');
    await ended;
  }

  async function query<Row>(url: string, sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query(sql).finally(() => client.end());
    return rows as Row[];
  }

  const write = (url: string, text: string) => query(url, `INSERT INTO notes VALUES ('${text}')`);
  const notes = async (url: string) =>
    (await query<{ text: string }>(url, 'SELECT text FROM notes ORDER BY text')).map(({ text }) => text);
  const postmaster = () => readPostmaster(cluster)?.pid ?? 0;

  beforeAll(async () => {
    const server = await start();
    await query(server.url, 'CREATE TABLE notes (text text)');
    await write(server.url, 'first');
    await server.stop();
  }, 60_000);

  afterAll(async () => {
    for (const owner of owners) owner.kill('SIGKILL');
    for (const server of started) await server.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('keeps its data, and leaves no process when it stops', async () => {
    const server = await start();
    const pid = postmaster();
    expect(await notes(server.url)).toEqual(['first']);
    await server.stop();
    expect(processBirth(pid)).toBeNull();
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
  });

  it('serves a role that is no superuser, in UTF-8', async () => {
    const server = await start();
    const [row] = await query<object>(
      server.url,
      `SELECT rolsuper, current_setting('server_encoding') AS encoding, lower('ÄÖ') AS lower FROM pg_roles WHERE rolname = current_user`,
    );
    expect(row).toEqual({ rolsuper: false, encoding: 'UTF8', lower: 'äö' });
    await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      'password authentication',
    );
    await server.stop();
  });

  it('ends when its owner is killed, and has the data at the next start', async () => {
    const { owner, url } = await startOwner();
    await write(url, 'second');
    const pid = postmaster();
    await kill(owner);
    expect(await endsWithin(PATIENCE_MS, pid)).toBe(true);
    const server = await start();
    expect(await notes(server.url)).toEqual(['first', 'second']);
    await server.stop();
  });

  it('starts at once after its owner was killed, while the last server still shuts down', async () => {
    const { owner, url } = await startOwner();
    await write(url, 'third');
    await kill(owner);
    const server = await start();
    expect(await notes(server.url)).toContain('third');
    await server.stop();
  });

  // The watchdog is found in /proc, which Linux alone has.
  const canFindWatchdogs = existsSync('/proc/self/cmdline');
  if (!canFindWatchdogs) console.error('The test of a lost watchdog is skipped: there is no /proc.');
  (canFindWatchdogs ? it : it.skip)(
    'stops a server that lost its watchdog together with its owner',
    async () => {
      const { owner } = await startOwner();
      const stray = postmaster();
      for (const watchdog of watchdogsOf(cluster)) process.kill(watchdog, 'SIGKILL');
      await kill(owner);
      expect(processBirth(stray)).not.toBeNull();
      const server = await start();
      expect(processBirth(stray)).toBeNull();
      expect(postmaster()).not.toBe(stray);
      await server.stop();
    },
  );

  it('refuses a second owner and leaves the first alone', async () => {
    const { owner, url } = await startOwner();
    await expect(start()).rejects.toThrow(DataDirInUse);
    await expect(start()).rejects.toThrow(`process ${owner.pid}`);
    expect(await notes(url)).toContain('first');
    await kill(owner);
  });

  it('lets one of several owners have the folder', async () => {
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.stop();
  });

  it('is not misled by a stale pid file whose number another process has now', async () => {
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n\nready   \n`,
    );
    const server = await start();
    expect(await notes(server.url)).toContain('first');
    await server.stop();
  });

  it('is not misled by the lock of a dead server whose number another process has now', async () => {
    writeFileSync(join(cluster, '.s.PGSQL.5432.lock'), `${process.pid}\n${cluster}\n1\n5432\n${cluster}\n`);
    const server = await start();
    expect(await notes(server.url)).toContain('first');
    await server.stop();
  });

  it.each([
    ['has signs of its own', 'a "folder", with 100%'],
    ['is too long for a socket', 'long'.padEnd(100, '-')],
  ])('works in a folder whose path %s, and leaves nothing behind', async (_, name) => {
    const temporary = () => readdirSync(tmpdir()).filter((entry) => entry.startsWith('auth-service-'));
    const before = temporary();
    const server = await start({ dataDir: join(dataDir, name) });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(temporary()).toEqual(before);
  });

  it('starts again where it was when the server dies by itself', async () => {
    let tell: (lastWords: string) => void = () => undefined;
    const told = new Promise<string>((resolve) => (tell = resolve));
    const server = await start({ onRestart: (lastWords) => tell(lastWords) });
    await write(server.url, 'fourth');
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    await told;
    const deadline = Date.now() + PATIENCE_MS;
    let found: string[] | null = null;
    while (found === null && Date.now() < deadline) found = await notes(server.url).catch(() => null);
    expect(found).toContain('fourth');
    expect(postmaster()).not.toBe(killed);
    await server.stop();
    expect(readPostmaster(cluster)).toBeNull();
  });

  it('tells when the server cannot be started again', async () => {
    let tell: (error: unknown) => void = () => undefined;
    const told = new Promise<unknown>((resolve) => (tell = resolve));
    const server = await start({ onFailure: (error) => tell(error) });
    const version = readFileSync(join(cluster, 'PG_VERSION'));
    rmSync(join(cluster, 'PG_VERSION'));
    process.kill(postmaster(), 'SIGKILL');
    expect(await told).toBeInstanceOf(EmbeddedPostgresError);
    await server.stop();
    writeFileSync(join(cluster, 'PG_VERSION'), version);
    const next = await start();
    expect(await notes(next.url)).toContain('first');
    await next.stop();
  }, 30_000);

  it('says why when the server cannot start, and gives the folder back', async () => {
    await expect(start({ settings: { shared_buffers: 'nonsense' } })).rejects.toThrow(/shared_buffers/);
    await expect(start({ settings: { shared_buffers: 'nonsense' } })).rejects.toThrow(EmbeddedPostgresError);
  });

  it('keeps its password to itself, and lets in nobody but the one role', () => {
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(cluster, 'pg_hba.conf'), 'utf8')).toBe('local all auth scram-sha-256\n');
  });
});

describe('the links between its libraries', () => {
  it('are made where the install script did not run', async () => {
    const root = mkdtempSync(join(tmpdir(), 'postgres-links-'));
    const native = join(root, 'native');
    await mkdir(join(native, 'lib'), { recursive: true });
    writeFileSync(join(native, 'lib/libpq.so.5.18'), 'library');
    const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' };
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify([link]));
    restoreLinks(native);
    restoreLinks(native);
    expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    rmSync(root, { recursive: true });
  });
});

/** The shells between a server and its owner. */
function watchdogsOf(cluster: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids
    .map(Number)
    .filter((pid) => commandLine(pid).includes(`postgres-watchdog`) && commandLine(pid).includes(cluster));
}
