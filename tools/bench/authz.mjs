/**
 * Measures decisions (`npm run bench:authz`, `-- --seconds 10` for longer runs): in process beside casbin and CASL at three
 * sizes of the catalogue, then over HTTP beside plain node:http, one at a time and a hundred in one request.
 */
import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort, launch, output, pinDatabase, pinLoad, untilReady } from './processes.mjs';

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const seconds = Number(options.seconds);
const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '../../dist/apps/auth/src/main.js');
const CONNECTIONS = 30;
const admin = { email: 'bench@example.test', password: 'a scratch passphrase for the bench' };
const json = { 'content-type': 'application/json' };
const say = (text) => process.stderr.write(`${text}\n`);
const cell = (value) => String(value).padStart(16);

const sizes = [10, 1000, 10_000].map((permissions) => {
  say(`${permissions} permissions, in process …`);
  return JSON.parse(output([join(here, 'authz-decisions.mjs'), String(permissions)], 'server'));
});
console.log(`\nDecisions a second in process, one core\n`);
console.log(`${'permissions'.padEnd(32)}${sizes.map(({ permissions }) => cell(permissions)).join('')}`);
for (const [name, key] of [
  ['ours', 'ours'],
  ['CASL, by type', 'casl'],
  ['casbin, enforce', 'casbin'],
  ['ours, with an item', 'oursWithItem'],
  ['CASL, with a condition', 'caslWithItem'],
])
  console.log(`${name.padEnd(32)}${sizes.map((size) => cell(size[key])).join('')}`);

const dataDir = mkdtempSync(join(tmpdir(), 'auth-bench-'));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const started = [];
const start = (args, env) => {
  const child = launch(args, env);
  started.push(child);
  return child;
};

async function measure(name, load) {
  say(`${name} …`);
  for (const warm of [true, false]) {
    const result = await autocannon({ connections: CONNECTIONS, duration: seconds, ...load });
    if (result.non2xx + result.errors > 0)
      throw new Error(`${name}: ${result.non2xx} refused, ${result.errors} failed`);
    if (!warm) return result.requests.average;
  }
  return 0;
}

try {
  const service = start([main], {
    NODE_ENV: 'development',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    REDIS_URL: '',
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  });
  await untilReady(`${origin}/auth/health/ready`, service);
  pinLoad();
  pinDatabase(join(dataDir, 'postgres'));
  const plainPort = await freePort();
  const plainServer = start([join(here, 'plain-server.mjs'), String(plainPort)], {});
  await untilReady(`http://127.0.0.1:${plainPort}/`, plainServer);
  const login = await fetch(`${origin}/auth/v1/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(admin),
  });
  const { accessToken } = await login.json();
  const headers = { ...json, authorization: `Bearer ${accessToken}` };
  const me = await (await fetch(`${origin}/auth/v1/users/me`, { headers })).json();
  const question = {
    subject: { type: 'user', id: me.id },
    action: { name: 'read' },
    resource: { type: 'user', id: '1' },
  };
  const post = (path, body) => ({
    url: `${origin}/access/v1/${path}`,
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const hundred = {
    subject: question.subject,
    action: question.action,
    evaluations: Array.from({ length: 100 }, (_, index) => ({
      resource: { type: 'user', id: String(index) },
    })),
  };
  const turns = { plain: 0, single: 0, batch: 0 };
  for (let turn = 0; turn < 2; turn++) {
    turns.plain += (await measure('plain node:http', { url: `http://127.0.0.1:${plainPort}/` })) / 2;
    turns.single += (await measure('POST /access/v1/evaluation', post('evaluation', question))) / 2;
    turns.batch += (await measure('POST /access/v1/evaluations, 100', post('evaluations', hundred))) / 2;
  }
  console.log(`\n${'plain node:http'.padEnd(32)}${cell(turns.plain.toFixed(0))} a second`);
  console.log(
    `${'evaluation'.padEnd(32)}${cell(turns.single.toFixed(0))} a second, ${(turns.single / turns.plain).toFixed(3)} of plain`,
  );
  console.log(
    `${'evaluations, 100 in one'.padEnd(32)}${cell(turns.batch.toFixed(0))} a second, each costs ${(turns.single / turns.batch).toFixed(1)} single ones`,
  );
  console.log(`${'resident memory'.padEnd(32)}${cell(service.residentMegabytes().toFixed(0))} MB`);
} finally {
  for (const child of started.reverse()) await child.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
