/**
 * Measures the built service on a scratch database (`npm run bench`, `-- --json` for the figures alone,
 * `-- --seconds 10` for longer runs). Each rate is also given as a ratio to plain node:http in the same run.
 */
import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createPeople, loginLoad, refreshLoad } from './login-loads.mjs';
import { freePort, launch, output, pinDatabase, pinLoad, pinned, untilReady } from './processes.mjs';
import { print } from './report.mjs';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, seconds: { type: 'string', default: '6' } },
});
const seconds = Number(options.seconds);
const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '../../dist/service/main.js');
const CONNECTIONS = 30;
const REST_MS = 2000;
const LOGIN_TURNS = 6;
/** Measured: a login's share of the main thread falls by a third until then, while V8 makes its functions fast. */
const LOGINS_UNTIL_WARM = 6000;
const admin = { email: 'bench@example.test', password: 'a scratch passphrase for the bench' };
const say = (text) => options.json || process.stderr.write(`${text}\n`);

const dataDir = mkdtempSync(join(tmpdir(), 'auth-bench-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}/auth`;
const env = {
  NODE_ENV: 'development',
  PORT: String(port),
  DATA_DIR: dataDir,
  DATABASE_URL: '',
  REDIS_URL: '',
  BOOTSTRAP_ADMIN_EMAIL: admin.email,
  BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  SESSION_IDLE_SECONDS: '3600',
};
const started = [];
const start = (args, environment, cores) => {
  const child = launch(args, environment, cores);
  started.push(child);
  return child;
};

const json = { 'content-type': 'application/json' };

/**
 * One load: warm, then measured. Anything but a success spoils it. What the warm load has left unanswered is waited for in
 * between: thirty abandoned logins keep the hasher busy for most of a second.
 */
async function measure(name, load, extent = { duration: seconds }, warmSeconds = seconds) {
  say(`${name} …`);
  await autocannon({ connections: CONNECTIONS, duration: warmSeconds, ...load });
  await sleep(REST_MS);
  // The end of a load that ends with a number of requests is noticed at the next sample: each 10 ms.
  const result = await autocannon({ connections: CONNECTIONS, sampleInt: 10, ...extent, ...load });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${name}: ${result.non2xx} refused, ${result.errors} failed`);
  return { name, perSecond: result['2xx'] / result.duration, p99Ms: result.latency.p99 };
}

function mean(results) {
  const of = (key) => results.reduce((sum, result) => sum + result[key], 0) / results.length;
  return { name: results[0].name, perSecond: of('perSecond'), p99Ms: of('p99Ms') };
}

async function logIn() {
  const response = await fetch(`${base}/v1/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(admin),
  });
  if (!response.ok) throw new Error(`login: ${response.status}`);
  return response.json();
}

/** Asks for the health five times a second while `work` runs: as a probe would, and hardly a load of its own. */
async function watchHealth(work) {
  const times = [];
  let done = false;
  const watching = (async () => {
    while (!done) {
      const since = performance.now();
      await fetch(`${base}/health/ready`).then((response) => response.text());
      times.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  const result = await work().finally(() => (done = true));
  await watching;
  times.sort((a, b) => a - b);
  return { result, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/**
 * Logins, by turns with what the hasher reaches alone on the same cores: on the server's core like everything else, or
 * on all, where load and database want their share too. Turns are short and many, since a shared machine's speed changes
 * within a minute, and end with a number of logins rather than in the middle of some.
 */
async function loginsBesideHasher(where, people, tokens) {
  const service = start([main], env, where);
  await untilReady(`${base}/health/ready`, service);
  if (where === 'server') pinDatabase(join(dataDir, 'postgres'));
  // Warm as in a service that has run for a while.
  say(`${LOGINS_UNTIL_WARM} logins to warm up …`);
  await autocannon({ connections: CONNECTIONS, duration: seconds, ...refreshLoad(base, tokens) });
  await autocannon({ connections: CONNECTIONS, amount: LOGINS_UNTIL_WARM, ...people });
  const name = `POST /auth/v1/login, ${where === 'server' ? 'one core' : 'all cores'}`;
  const turns = { hashes: [], logins: [], healthMs: [] };
  for (let turn = 0; turn < LOGIN_TURNS; turn += 1) {
    say('the password hasher alone …');
    const hashes = Number(output([join(here, 'hash-rate.mjs'), String(seconds)], where));
    const amount = Math.ceil((hashes * seconds) / CONNECTIONS) * CONNECTIONS;
    const { result, p99Ms } = await watchHealth(() => measure(name, people, { amount }, 1));
    await sleep(REST_MS);
    turns.hashes.push(hashes);
    turns.logins.push(result);
    turns.healthMs.push(p99Ms);
  }
  await service.stop();
  return {
    login: mean(turns.logins),
    hashesPerSecond: turns.hashes.reduce((sum, hashes) => sum + hashes, 0) / LOGIN_TURNS,
    healthMs: Math.max(...turns.healthMs),
  };
}

try {
  let service = start([main], env);
  await untilReady(`${base}/health/ready`, service);
  await service.stop();
  const since = performance.now();
  service = start([main], env);
  const startSeconds = await untilReady(`${base}/health/ready`, service, since);
  pinLoad();
  pinDatabase(join(dataDir, 'postgres'));

  const plainPort = await freePort();
  const plainServer = start([join(here, 'plain-server.mjs'), String(plainPort)]);
  await untilReady(`http://127.0.0.1:${plainPort}/`, plainServer);
  const { accessToken } = await logIn();
  const headers = { authorization: `Bearer ${accessToken}` };
  // By turns, since a shared machine may be half as fast a minute later.
  const turns = { plain: [], me: [] };
  for (let turn = 0; turn < 2; turn++) {
    turns.plain.push(await measure('plain node:http', { url: `http://127.0.0.1:${plainPort}/` }));
    turns.me.push(await measure('GET /auth/v1/users/me', { url: `${base}/v1/users/me`, headers }));
  }
  await plainServer.stop();
  const plain = mean(turns.plain);
  const me = mean(turns.me);
  const residentMegabytes = service.residentMegabytes();
  const users = await measure('GET /auth/v1/users', { url: `${base}/v1/users?limit=20`, headers });
  const tokens = [];
  for (let index = 0; index < CONNECTIONS * 4; index++) tokens.push((await logIn()).refreshToken);
  const refresh = await measure(
    'POST /auth/v1/refresh',
    refreshLoad(base, tokens),
    { duration: seconds },
    seconds * 2,
  );
  const people = loginLoad(base, await createPeople(base, headers, admin, CONNECTIONS));
  await service.stop();
  const logins = {
    server: await loginsBesideHasher('server', people, tokens),
    all: await loginsBesideHasher('all', people, tokens),
  };

  const rows = [plain, me, users, refresh, logins.server.login, logins.all.login].map((row) => ({
    ...row,
    ratio: row.perSecond / plain.perSecond,
  }));
  const report = {
    pinned,
    connections: CONNECTIONS,
    rows,
    passwordHasher: [logins.server, logins.all].map(({ login, hashesPerSecond, healthMs }) => ({
      beside: login.name,
      hashesPerSecond,
      loginToHashRatio: login.perSecond / hashesPerSecond,
      healthP99MsDuringLogins: healthMs,
    })),
    startSeconds,
    residentMegabytes,
    requestsBeforeResident: Math.round(me.perSecond * seconds * turns.me.length),
  };
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else print(report, seconds);
} finally {
  await Promise.all(started.map((child) => child.exited() || child.stop()));
  rmSync(dataDir, { recursive: true, force: true });
}
