import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../dist/apps/auth/src/core/config/index.js';
import { createDataSource, migrate, startEmbeddedPostgres } from '../../dist/apps/auth/src/core/database/index.js';
import { createApp } from '../../dist/apps/auth/src/create-app.js';
import { entities } from '../../dist/apps/auth/src/entities.js';
import { PrepareSetup } from '../../dist/apps/auth/src/modules/setup/index.js';

/** One real PostgreSQL for all tests, with a migrated and seeded database that each test file copies. */
export default async function globalSetup() {
  const dataDir = mkdtempSync(join(tmpdir(), 'auth-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const server = await startEmbeddedPostgres({ dataDir, settings });
  const template = new URL(server.url);
  const dataSource = await createDataSource({ url: template.href, poolSize: 2, timeoutMs: 0 }, entities).initialize();
  await migrate(dataSource);
  const config = loadConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: template.href, DATA_DIR: dataDir });
  const app = await createApp(config, dataSource);
  await app.init();
  await app.get(PrepareSetup).execute();
  await app.close();
  // A copy must not come with a link that somebody could use.
  await dataSource.query('TRUNCATE one_time_tokens');
  await dataSource.destroy();
  process.env.TEST_DATABASE_URL = template.href;
  process.env.TEST_DATA_DIR = dataDir;
  globalThis.__testPostgres = { server, dataDir };
}
