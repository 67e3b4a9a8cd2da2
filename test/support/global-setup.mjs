import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/apps/auth/src/core/database/embedded-postgres.js';

/** One real PostgreSQL for all tests, with a migrated and seeded database that each test file copies. */
export default async function globalSetup() {
  const dataDir = mkdtempSync(join(tmpdir(), 'auth-test-'));
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  };
  const server = await startEmbeddedPostgres({ dataDir, settings });
  // Not the caller's environment: its settings must not change what the tests begin with.
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
  };
  execFileSync(process.execPath, [join(import.meta.dirname, 'prepare-template.mjs')], {
    env,
    stdio: 'inherit',
  });
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_DATA_DIR = dataDir;
  globalThis.__testPostgres = { server, dataDir };
}
