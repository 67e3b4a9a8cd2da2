/**
 * Whether logins tell who has an account, and what many at once do to the rest (`npm run bench:logins`).
 * 500 interleaved pairs of an unknown address and a wrong password: the better a classifier tells them apart by the
 * time, the nearer its AUC is to 1; 0.5 is chance. Then 200 logins at the same moment, beside the health check.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, launch, untilReady } from './processes.mjs';

const PAIRS = 500;
const BURST = 200;
const here = dirname(fileURLToPath(import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'auth-bench-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}/auth`;
const admin = { email: 'bench@example.test', password: 'a scratch passphrase for the bench' };
const many = '100000';
const service = launch([join(here, '../../dist/service/main.js')], {
  NODE_ENV: 'development',
  PORT: String(port),
  DATA_DIR: dataDir,
  DATABASE_URL: '',
  REDIS_URL: '',
  BOOTSTRAP_ADMIN_EMAIL: admin.email,
  BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  LOGIN_FAILURES_PER_ACCOUNT: '1000',
  LOGIN_FAILURES_PER_NETWORK: many,
  LOGIN_FAILURES_PER_ACCOUNT_OVERALL: many,
  LOGIN_FAILURES_PER_PASSWORD: many,
});

async function logIn(email, password) {
  const since = performance.now();
  const response = await fetch(`${base}/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  await response.arrayBuffer();
  return {
    ms: performance.now() - since,
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
  };
}

/** Probability that a random one of `ones` is greater than a random one of `others`. */
function areaUnderCurve(ones, others) {
  const wins = ones.flatMap((one) => others.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

async function timing() {
  const known = [];
  const unknown = [];
  for (let pair = 0; pair < PAIRS + 20; pair += 1) {
    const wrong = () => logIn(admin.email, `wrong ${pair}`);
    const stranger = () => logIn(`nobody-${pair}@example.test`, `wrong ${pair}`);
    // In turns first and second, so that the order tells nothing.
    const first = await (pair % 2 === 0 ? wrong() : stranger());
    const second = await (pair % 2 === 0 ? stranger() : wrong());
    if (pair < 20) continue;
    known.push(pair % 2 === 0 ? first.ms : second.ms);
    unknown.push(pair % 2 === 0 ? second.ms : first.ms);
  }
  const auc = areaUnderCurve(known, unknown);
  // A classifier may also guess the other way round.
  return { auc: Math.max(auc, 1 - auc), known: median(known), unknown: median(unknown) };
}

async function burst() {
  const before = service.residentMegabytes();
  const health = [];
  let done = false;
  const watching = (async () => {
    while (!done) {
      const since = performance.now();
      await fetch(`${base}/health/ready`).then((response) => response.text());
      health.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const answers = await Promise.all(
    Array.from({ length: BURST }, (_, index) => logIn(`p${index}@example.test`, 'x')),
  );
  done = true;
  await watching;
  const statuses = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  const refused = answers.filter(({ status }) => status === 429 || status === 503);
  health.sort((one, other) => one - other);
  return {
    statuses,
    refusedWithRetryAfter: refused.every(({ retryAfter }) => Number(retryAfter) > 0),
    healthP99Ms: health[Math.floor(health.length * 0.99)],
    healthAsked: health.length,
    residentMegabytes: [before, service.residentMegabytes()],
  };
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

try {
  await untilReady(`${base}/health/ready`, service);
  const { auc, known, unknown } = await timing();
  console.log(`unknown against wrong password, ${PAIRS} pairs: AUC ${auc.toFixed(3)} (bar: 0.6 at most)`);
  console.log(`  medians ${known.toFixed(2)} ms with an account, ${unknown.toFixed(2)} ms without`);
  const { statuses, refusedWithRetryAfter, healthP99Ms, healthAsked, residentMegabytes } = await burst();
  console.log(
    `${BURST} logins at once: health p99 ${healthP99Ms.toFixed(1)} ms of ${healthAsked} (bar: 100)`,
  );
  console.log(
    `  answers ${JSON.stringify(statuses)}; Retry-After with each refusal: ${refusedWithRetryAfter}`,
  );
  console.log(`  resident memory ${residentMegabytes.map((size) => size.toFixed(0)).join(' → ')} MB`);
} finally {
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
