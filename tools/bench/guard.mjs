/**
 * Measures what the guard costs (`npm run bench:guard`, `-- --seconds 10` for longer runs): a route with token, permission
 * and visibility beside the same route unguarded, on Fastify and on Express, in turns. The token is remembered, and the auth
 * service is not asked. What counts is how many requests a second of the server's own computing answers: on a core of its
 * own that is the requests a second, and beside other work it stays so.
 */
import autocannon from 'autocannon';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort, launch, pinLoad, untilReady } from './processes.mjs';

const BAR = 0.8;
const CONNECTIONS = 30;
const TURNS = 5;
const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '3' } } });
const duration = Number(options.seconds);
const server = join(dirname(fileURLToPath(import.meta.url)), 'guarded-server.mjs');
const started = [];

async function start(platform, kind) {
  const port = await freePort();
  const child = launch([server, platform, kind, String(port)]);
  started.push(child);
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/${kind === 'plain' ? 'deals' : 'bench'}`, child);
  return { child, origin };
}

const figures = async ({ origin }) => (await fetch(`${origin}/bench`)).json();

/** Requests a second, and a second of the server's computing. */
async function measure({ child, origin }, headers, seconds) {
  const before = child.cpuSeconds();
  const url = `${origin}/deals`;
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  const { average, total } = result.requests;
  return { average, computed: total / (child.cpuSeconds() - before) };
}

/** The one in the middle: a machine is seldom left alone. */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function compare(platform) {
  const plain = await start(platform, 'plain');
  const guarded = await start(platform, 'guarded');
  const { token, calls: before } = await figures(guarded);
  const headers = { authorization: `Bearer ${token}` };
  await measure(plain, {}, 2);
  await measure(guarded, headers, 2);
  const turns = [];
  for (let turn = 0; turn < TURNS; turn++)
    turns.push([await measure(plain, {}, duration), await measure(guarded, headers, duration)]);
  const { calls: after } = await figures(guarded);
  while (started.length > 0) await started.pop().stop();
  const rates = [0, 1].map((kind) => median(turns.map((turn) => turn[kind].average)));
  const computed = [0, 1].map((kind) => median(turns.map((turn) => turn[kind].computed)));
  return {
    rates,
    computed,
    share: median(turns.map(([bare, behind]) => behind.computed / bare.computed)),
    calls: after.answered + after.failed - before.answered - before.failed,
  };
}

const row = (name, ...cells) =>
  console.log(name.padEnd(12) + cells.map((cell) => String(cell).padStart(16)).join(''));

try {
  pinLoad();
  let isMet = true;
  row('', 'plain/s', 'guarded/s', 'plain/CPU s', 'guarded/CPU s', 'share', 'calls');
  for (const platform of ['fastify', 'express']) {
    const { rates, computed, share, calls } = await compare(platform);
    row(platform, ...[...rates, ...computed].map(Math.round), share.toFixed(3), calls);
    isMet &&= share >= BAR && calls === 0;
  }
  console.log(`\nThe bar is ${BAR} and no call to the auth service: ${isMet ? 'met' : 'NOT met'}.`);
  process.exitCode = isMet ? 0 : 1;
} finally {
  for (const child of started) await child.stop();
}
