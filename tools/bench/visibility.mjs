/**
 * Measures the newest visible tasks of five people (`npm run bench:visibility`): ten million tasks, a hundred thousand
 * users, a thousand groups, on a scratch PostgreSQL, beside the plain predicate with ORDER BY and a recursive query
 * through the users. `-- --rows 1000000` for fewer, `-- --json` for the figures alone, `-- --data-dir somewhere` to keep
 * the tasks for the next run.
 */
import {
  choosePageShape,
  GroupTree,
  predicatePage,
  statisticsSql,
  visibilityCondition,
  VisibilityStatistics,
  visibleCount,
  visiblePage,
} from '@auth-service/authorization';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/apps/auth/src/core/database/embedded-postgres.js';
import { checkSample } from './visibility-check.mjs';
import { generate, groups, table, viewers } from './visibility-data.mjs';
import { recursivePage } from './visibility-recursive.mjs';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    json: { type: 'boolean' },
    'data-dir': { type: 'string' },
  },
});
const rows = Number(options.rows);
const LIMIT = 50;
const TURNS = 100;
const DEEP_TURNS = 40;
/** What is slower is measured once. */
const SLOW_MS = 1000;
const settings = {
  shared_buffers: '1GB',
  maintenance_work_mem: '1GB',
  max_wal_size: '8GB',
  fsync: 'off',
  synchronous_commit: 'off',
};
const BAR = 30;

function progress(share, name) {
  if (!process.stderr.isTTY && share < 1) return;
  const done = Math.round(share * BAR);
  const bar = '█'.repeat(done).padEnd(BAR, '░');
  process.stderr.write(
    `\r${bar} ${(share * 100).toFixed(0).padStart(3)} % ${name.padEnd(40)}${share === 1 ? '\n' : ''}`,
  );
}
const say = (text) => options.json || process.stderr.write(`${text}\n`);

async function timed(client, { text, values }) {
  const since = performance.now();
  const { rows: found } = await client.query(text, [...values]);
  return { found, ms: performance.now() - since };
}

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return { medianMs: sorted[Math.floor(sorted.length / 2)], maxMs: sorted.at(-1), pages: sorted.length };
}

/** All three ask for the same, or they could not be compared. */
async function assertSamePage(client, statements) {
  const pages = [];
  for (const statement of statements)
    pages.push((await timed(client, statement)).found.map(({ id }) => id).join());
  if (new Set(pages).size > 1) throw new Error('the queries that are compared find different pages');
}

/** The first page again and again; only once what is slow. */
async function first(client, statement) {
  const times = [];
  await timed(client, statement).then(({ ms }) => ms > SLOW_MS && times.push(ms));
  while (times.length < TURNS && !(times[0] > SLOW_MS)) times.push((await timed(client, statement)).ms);
  return summary(times);
}

/** Pages that follow one another, and pages that begin anywhere, the very last among them. */
async function later(client, page) {
  const times = [];
  let after;
  for (let turn = 0; turn <= TURNS; turn++) {
    const { found, ms } = await timed(client, page({ limit: LIMIT, ...(after && { after }) }));
    if (turn > 0) times.push(ms);
    if (found.length < LIMIT) break;
    after = found.at(-1).visibility_cursor;
  }
  const [{ oldest, newest }] = (
    await client.query(
      `SELECT extract(epoch FROM min(created_at)) AS oldest, extract(epoch FROM max(created_at)) AS newest FROM task`,
    )
  ).rows;
  for (let turn = 0; turn < DEEP_TURNS; turn++) {
    const seconds = Number(oldest) + ((Number(newest) - Number(oldest)) * turn) / DEEP_TURNS + 60;
    const cursor = `${new Date(seconds * 1000).toISOString().replace('Z', '+00:00')}~${viewers.root.id}`;
    times.push((await timed(client, page({ limit: LIMIT, after: cursor }))).ms);
  }
  return summary(times);
}

async function measure(client, name, viewer, tree, statistics) {
  say(`${name} …`);
  const condition = visibilityCondition(viewer, tree);
  const page = (request) => visiblePage(table, condition, request, statistics);
  const { shape, share } = choosePageShape(condition, LIMIT, statistics);
  const newest = await first(client, page({ limit: LIMIT }));
  const deep = await later(client, page);
  const rivals = [predicatePage(table, condition, { limit: LIMIT }), recursivePage(viewer, LIMIT)];
  await assertSamePage(client, [page({ limit: LIMIT }), ...rivals]);
  const [plain, recursive] = [await first(client, rivals[0]), await first(client, rivals[1])];
  const [{ count }] = (await timed(client, visibleCount(table, condition))).found;
  return { name, visible: count, share, shape, newest, later: deep, plain, recursive };
}

function print({ rows: total, checked, statisticsMs, viewers: measured }) {
  const ms = (value) => value.toFixed(1).padStart(11);
  console.log(`\n${total} tasks; the newest ${LIMIT}, and later pages; milliseconds\n`);
  console.log(
    `${''.padEnd(10)}${['visible', 'shape', 'median', 'max', 'later', 'max', 'ORDER BY', 'recursive'].map((head) => head.padStart(11)).join('')}`,
  );
  for (const { name, visible, shape, newest, later: deep, plain, recursive } of measured)
    console.log(
      `${name.padEnd(10)}${String(visible).padStart(11)}${shape.padStart(11)}${[newest.medianMs, newest.maxMs, deep.medianMs, deep.maxMs, plain.medianMs, recursive.medianMs].map(ms).join('')}`,
    );
  console.log(
    `\n${checked} rows compared with the rule: the same. Statistics for the choice: ${statisticsMs.toFixed(1)} ms`,
  );
}

const dataDir = options['data-dir'] ?? mkdtempSync(join(tmpdir(), 'visibility-bench-'));
const server = await startEmbeddedPostgres({ dataDir, settings });
const client = new pg.Client({ connectionString: server.url });
try {
  await client.connect();
  const known = await client.query(`SELECT to_regclass('task') IS NOT NULL AS is_made`);
  const kept =
    known.rows[0].is_made && Number((await client.query('SELECT count(*) FROM task')).rows[0].count);
  if (kept !== rows) await generate(client, rows, options.json ? () => undefined : progress);
  const tree = new GroupTree(groups);
  say('the rule, row by row …');
  const checked = await checkSample(client, tree, rows);
  const counted = await timed(client, { text: statisticsSql(table), values: [] });
  const statistics = new VisibilityStatistics(counted.found);
  const report = { rows, checked, statisticsMs: counted.ms, viewers: [] };
  for (const [name, viewer] of Object.entries(viewers))
    report.viewers.push(await measure(client, name, viewer, tree, statistics));
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else print(report);
} finally {
  await client.end();
  await server.stop();
  if (options['data-dir'] === undefined) rmSync(dataDir, { recursive: true, force: true });
}
