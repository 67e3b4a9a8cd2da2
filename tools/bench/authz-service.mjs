/** Measures the running service on an organisation in PostgreSQL: two instances, one database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/apps/auth/src/core/database/embedded-postgres.js';
import { fill, sizes, userIds } from './authz-organisation.mjs';
import { admin, askForEverybody, logIn, measureRates, measureVisibility } from './authz-loads.mjs';
import { freePort, launch, output, pinDatabase, untilReady } from './processes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '../../dist/service/main.js');
const SUBJECTS = 1000;
const say = (text) => process.stderr.write(`${text}\n`);

/** @returns the figures of an organisation of that scale (1 for the whole, 0.1 for a tenth) */
export async function measureService(scale, seconds) {
  const dataDir = mkdtempSync(join(tmpdir(), 'auth-bench-'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    settings: { fsync: 'off', shared_buffers: '512MB' },
  });
  const started = [];
  const start = async (args, env, ready) => {
    const child = launch(args, env);
    started.push(child);
    return { ...child, startSeconds: await untilReady(ready, child) };
  };
  const instance = async () => {
    const port = String(await freePort());
    const origin = `http://127.0.0.1:${port}`;
    const env = {
      NODE_ENV: 'development',
      PORT: port,
      // Both make and take the same tokens.
      PUBLIC_URL: 'http://auth.example.test',
      DATA_DIR: join(dataDir, 'service'),
      DATABASE_URL: postgres.url,
      REDIS_URL: '',
      BOOTSTRAP_ADMIN_EMAIL: admin.email,
      BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    };
    return { origin, ...(await start([main], env, `${origin}/auth/health/ready`)) };
  };
  try {
    const { users } = sizes(scale);
    say(`an organisation of ${users} users …`);
    await (await instance()).stop();
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await fill(client, scale);
    const [heavyId, ...ids] = await userIds(client, [
      1,
      ...Array.from({ length: SUBJECTS }, (_, n) => 2 + n * Math.floor((users - 2) / SUBJECTS)),
    ]);
    const everybody = await userIds(
      client,
      Array.from({ length: users }, (_, n) => n + 1),
    );
    await client.end();
    const [first, second] = [await instance(), await instance()];
    pinDatabase(join(dataDir, 'postgres'));
    const plainPort = await freePort();
    const plainUrl = `http://127.0.0.1:${plainPort}/`;
    await start([join(here, 'plain-server.mjs'), String(plainPort)], {}, plainUrl);
    const residentAtStart = first.residentMegabytes();
    say('decisions in process …');
    const { authorization } = await logIn(first.origin);
    const replica = [
      '--expose-gc',
      join(here, 'authz-replica.mjs'),
      first.origin,
      authorization,
      heavyId,
      ...ids,
    ];
    const inProcess = JSON.parse(output(replica, 'server'));
    const rates = await measureRates(first.origin, plainUrl, ids, heavyId, seconds);
    say('a change and the other instance …');
    const visible = await measureVisibility(first.origin, second.origin, ids[0]);
    say('everybody …');
    const coldPerSecond = await askForEverybody(first.origin, everybody);
    const residentWithEverybody = first.residentMegabytes();
    const { startSeconds } = first;
    return {
      users,
      inProcess,
      ...rates,
      ...visible,
      coldPerSecond,
      residentAtStart,
      residentWithEverybody,
      startSeconds,
    };
  } finally {
    for (const child of started.reverse()) if (!child.exited()) await child.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
