import { afterAll, describe, expect, it } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { useDatabase } from './support/app.js';
import { freePort } from './support/free-port.js';
import { until } from './support/guarded-app.js';

const run = promisify(execFile);
const TASKS = join(import.meta.dirname, '../tools/tasks.mjs');

const dataDir = mkdtempSync(join(tmpdir(), 'tasks-'));
// Before the database beside it is dropped.
afterAll(async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${new URL(database.url).pathname.slice(1)}_tasks WITH (FORCE)`);
  await client.end();
  rmSync(dataDir, { recursive: true, force: true });
});
const database = useDatabase('empty');

/** Starts `npm run tasks`, runs what it prints, and stops it by Ctrl-C. */
async function demonstrate() {
  const child = spawn(process.execPath, [TASKS], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
      TASKS_PORT: String(await freePort()),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  await until(() => {
    if (child.exitCode !== null) throw new Error(`it ended:\n${output}`);
    return output.includes('Ctrl-C');
  }, 60_000);
  const [, lines = ''] = /(# Good for an hour:[\s\S]*)Ctrl-C/.exec(output) ?? [];
  const statuses = lines.replaceAll('curl -s', `curl -s -o /dev/null -w '%{http_code} '`);
  const { stdout } = await run('sh', ['-c', statuses]);
  child.kill('SIGINT');
  const [code] = await ended;
  return {
    code,
    counts: [...output.matchAll(/: (\d+) tasks/g)].map(([, count]) => count),
    statuses: stdout.trim(),
  };
}

describe('npm run tasks', () => {
  it('shows what the same requests answer to three people, and keeps its data', async () => {
    const statuses = '200 200 200 200 200 404 403 201';
    expect(await demonstrate()).toEqual({ code: 0, counts: ['8', '5', '4'], statuses });
    // Dana has told everyone by now.
    expect(await demonstrate()).toEqual({ code: 0, counts: ['9', '6', '5'], statuses });
  }, 150_000);
});
