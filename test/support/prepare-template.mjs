import 'reflect-metadata';
import { loadConfig } from '../../dist/apps/auth/src/core/config/index.js';
import { createDataSource, migrate } from '../../dist/apps/auth/src/core/database/index.js';
import { createApp } from '../../dist/apps/auth/src/create-app.js';
import { entities } from '../../dist/apps/auth/src/entities.js';
import { PrepareSetup } from '../../dist/apps/auth/src/modules/setup/index.js';

// Migrates and seeds the database that test files copy. In a process of its own, since Jest loads modules its own way.
const config = loadConfig();
const dataSource = await createDataSource(
  { url: config.databaseUrl, poolSize: 2, timeoutMs: 0 },
  entities,
).initialize();
await migrate(dataSource);
const app = await createApp(config, dataSource);
await app.init();
await app.get(PrepareSetup).execute();
await app.close();
// A copy must not come with a link that somebody could use.
await dataSource.query('TRUNCATE one_time_tokens');
await dataSource.destroy();
