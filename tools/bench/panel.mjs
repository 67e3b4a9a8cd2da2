/**
 * Measures the panel in a browser on an organisation of 100,000 users (`npm run bench:panel`): the first page with an
 * empty cache, and the list of users as it opens, is sorted, filtered and paged, until its rows are drawn.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { startEmbeddedPostgres } from '../../dist/apps/auth/src/core/database/embedded-postgres.js';
import { fill, sizes } from './authz-organisation.mjs';
import { admin } from './authz-loads.mjs';
import { freePort, launch, untilReady } from './processes.mjs';

const RUNS = 5;
const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '../../dist/service/main.js');
const dataDir = mkdtempSync(join(tmpdir(), 'auth-bench-'));
const postgres = await startEmbeddedPostgres({
  dataDir,
  settings: { fsync: 'off', shared_buffers: '512MB' },
});
const origin = `http://127.0.0.1:${await freePort()}`;
const panel = (path) => `${origin}/auth/admin${path}`;

async function start() {
  const service = launch(
    [main],
    {
      NODE_ENV: 'development',
      PORT: new URL(origin).port,
      DATA_DIR: join(dataDir, 'service'),
      DATABASE_URL: postgres.url,
      REDIS_URL: '',
      BOOTSTRAP_ADMIN_EMAIL: admin.email,
      BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    },
    'all',
  );
  await untilReady(`${origin}/auth/health/ready`, service);
  return service;
}

async function openBrowser() {
  const installed = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'];
  const executablePath = installed.find((path) => existsSync(path));
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: packaged.args.filter((arg) => arg !== '--single-process'),
  });
}

/** Prints the milliseconds of `work`, by the median of some runs and the slowest. */
async function timed(name, work) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await work());
  times.sort((a, b) => a - b);
  const [median, slowest] = [times[Math.floor(RUNS / 2)], times.at(-1)].map((ms) =>
    ms.toFixed(0).padStart(6),
  );
  console.log(`${name.padEnd(40)}${median} ms${slowest} ms at most`);
}

/** Milliseconds until something is drawn. */
async function untilDrawn(page, since, drawn) {
  await drawn.waitFor();
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
  return performance.now() - since;
}

async function logIn(page) {
  await page.goto(panel(''));
  await page.fill('#email', admin.email);
  await page.fill('#password', admin.password);
  await page.click('button[type=submit]');
  await page.getByTestId('panel-dashboard').waitFor();
}

/** The home page, by a browser that has nothing but the session. */
async function openHome(browser, cookies) {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  const page = await context.newPage();
  const since = performance.now();
  await page.goto(panel(''));
  const ms = await untilDrawn(page, since, page.getByTestId('panel-dashboard').locator('canvas').first());
  await context.close();
  return ms;
}

/** Inside the panel, as by a link. */
const follow = (page, path) =>
  page.evaluate(
    `history.pushState({}, '', '/auth/admin${path}'), dispatchEvent(new PopStateEvent('popstate'))`,
  );

/** A list, coming from another page. */
async function openList(page, query) {
  await follow(page, '/pages/search');
  await page.getByTestId('page-search').waitFor();
  const since = performance.now();
  await follow(page, `/resources/users?${query}`);
  return untilDrawn(page, since, page.locator('table tbody tr').first());
}

let service = await start();
await service.stop();
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();
await fill(client, 1);
await client.end();
service = await start();
const browser = await openBrowser();
try {
  console.log(`\nThe panel with ${sizes(1).users} users, ${RUNS} runs: median and slowest\n`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await logIn(page);
  const { cookies } = await context.storageState();
  await timed('home page, empty cache', () => openHome(browser, cookies));
  for (const [name, query] of [
    ['list of users', 'page=1'],
    ['sorted by address', 'page=1&sortBy=email&direction=desc'],
    ['sorted by time of creation', 'page=1&sortBy=createdAt&direction=asc'],
    ['searched, few found', 'page=1&filters.search=user-7777'],
    ['searched, many found', 'page=1&filters.search=user-7'],
    ['only those who are active', 'page=1&filters.status=active'],
    ['page 100', 'page=100'],
  ])
    await timed(name, () => openList(page, query));
} finally {
  await browser.close();
  await service.stop();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
