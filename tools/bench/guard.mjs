/**
 * Measures what the guard costs (`npm run bench:guard`, `-- --seconds 10` for longer runs): a route with token, permission
 * and visibility beside the same route unguarded, on Fastify and on Express, in turns. The token is remembered, and the auth
 * service is not asked.
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
  return origin;
}

const figures = async (origin) => (await fetch(`${origin}/bench`)).json();

async function measure(url, headers, seconds) {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

try {
  pinLoad();
  let isMet = true;
  console.log(
    `\n${'requests a second'.padEnd(20)}${'plain'.padStart(10)}${'guarded'.padStart(10)}${'share'.padStart(10)}${'calls'.padStart(8)}`,
  );
  for (const platform of ['fastify', 'express']) {
    const plain = await start(platform, 'plain');
    const guarded = await start(platform, 'guarded');
    const { token, calls: before } = await figures(guarded);
    const headers = { authorization: `Bearer ${token}` };
    const turns = [];
    for (const [origin, sent] of [
      [plain, {}],
      [guarded, headers],
    ])
      await measure(`${origin}/deals`, sent, 2);
    for (let turn = 0; turn < TURNS; turn++) {
      const rate = await measure(`${plain}/deals`, {}, duration);
      const guardedRate = await measure(`${guarded}/deals`, headers, duration);
      turns.push({ plain: rate, guarded: guardedRate, share: guardedRate / rate });
    }
    const { calls: after } = await figures(guarded);
    const calls = after.answered + after.failed - before.answered - before.failed;
    // Of the turns the middle one: a machine is seldom left alone.
    const middle = turns.sort((a, b) => a.share - b.share)[Math.floor(TURNS / 2)];
    isMet &&= middle.share >= BAR && calls === 0;
    console.log(
      `${platform.padEnd(20)}${middle.plain.toFixed(0).padStart(10)}${middle.guarded.toFixed(0).padStart(10)}${middle.share.toFixed(3).padStart(10)}${String(calls).padStart(8)}`,
    );
    while (started.length > 0) await started.pop().stop();
  }
  console.log(`\nThe bar is ${BAR} and no call to the auth service: ${isMet ? 'met' : 'NOT met'}.`);
  process.exitCode = isMet ? 0 : 1;
} finally {
  for (const child of started) await child.stop();
}
