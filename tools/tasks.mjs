/**
 * Runs the service for tasks beside the auth service, with a sales company in both, and prints what three people of it may
 * try (`npm run tasks`). Everything is in .data/tasks, or in the PostgreSQL that DATABASE_URL names.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/apps/auth/src/core/database/embedded-postgres.js';
import { root } from './build-stamp.mjs';
import { Api } from './tasks/api.mjs';
import { examples } from './tasks/examples.mjs';
import { Processes } from './tasks/processes.mjs';
import { logIn, logInPeople, seedAccount, seedOrganisation, seedTasks } from './tasks/seed.mjs';

const {
  DATA_DIR: dataDir = join(root, '.data/tasks'),
  PORT: authPort = '3000',
  TASKS_PORT: tasksPort = '3001',
  BOOTSTRAP_ADMIN_EMAIL: adminEmail = 'admin@example.test',
} = process.env;
/** Long enough to look around. */
const TOKEN_SECONDS = 3600;

/** The password of everybody, made at the first start. */
function keptPassword() {
  const file = join(dataDir, 'password');
  mkdirSync(dataDir, { recursive: true });
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const password = randomBytes(15).toString('base64url');
    writeFileSync(file, password, { mode: 0o600 });
    return password;
  }
}

/** The database of tasks, beside that of the auth service. */
async function ensureTasksDatabase(databaseUrl) {
  const url = new URL(databaseUrl);
  const name = `${decodeURIComponent(url.pathname.slice(1))}_tasks`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  await client.end();
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

const processes = new Processes((sentence) => void end(1, sentence));
let embedded = null;
let ending = null;

function end(code, sentence) {
  ending ??= (async () => {
    if (sentence !== undefined) console.error(sentence);
    await processes.stop();
    await embedded?.stop();
    process.exit(code);
  })();
  return ending;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(0));

async function run() {
  const password = process.env.BOOTSTRAP_ADMIN_PASSWORD ?? keptPassword();
  if (process.env.DATABASE_URL === undefined) embedded = await startEmbeddedPostgres({ dataDir });
  console.log('Starting the auth service and the service for tasks…');
  const databaseUrl = embedded?.url ?? process.env.DATABASE_URL;
  const authOrigin = await processes.start('The auth service', join(root, 'dist/service/main.js'), {
    PORT: authPort,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ACCESS_TOKEN_SECONDS: String(TOKEN_SECONDS),
    BOOTSTRAP_ADMIN_EMAIL: adminEmail,
    BOOTSTRAP_ADMIN_PASSWORD: password,
  });
  const auth = new Api(authOrigin);
  const admin = auth.as(await logIn(auth, adminEmail, password));
  const { issuer } = await auth.get('/auth/.well-known/oauth-authorization-server');
  const account = await seedAccount(admin);
  const tasksOrigin = await processes.start(
    'The service for tasks',
    join(root, 'dist/apps/tasks/src/main.js'),
    {
      PORT: tasksPort,
      LOG_LEVEL: 'warn',
      DATABASE_URL: await ensureTasksDatabase(databaseUrl),
      AUTH_ISSUER: issuer,
      AUTH_URL: `${authOrigin}/auth`,
      AUTH_CLIENT_ID: account.id,
      AUTH_CLIENT_SECRET: account.clientSecret,
    },
  );
  await seedOrganisation(admin, password);
  const tokens = await logInPeople(auth, password);
  const tasks = new Api(tasksOrigin);
  await seedTasks(tasks, auth, tokens);
  console.log(`
  Tasks      ${tasksOrigin}/tasks, documents at /docs
  Panel      ${authOrigin}/auth/admin
  Password   ${password}, of ${adminEmail}, dana@example.test and everybody else

${await examples(tasks, tasksOrigin, tokens)}
Ctrl-C stops everything. What you change is there at the next start.`);
}

run().catch((error) => void end(1, error.message));
