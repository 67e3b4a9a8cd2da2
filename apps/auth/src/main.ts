import 'reflect-metadata';
import { ConfigError, loadConfig } from './core/config/index.js';
import { EmbeddedPostgresError } from './core/database/index.js';
import { runService } from './run-service.js';

try {
  await runService(loadConfig());
} catch (error) {
  if (error instanceof ConfigError)
    console.error(`The configuration is not right:\n${error.message}\nSee docs/config.md.`);
  else if (error instanceof EmbeddedPostgresError) console.error(error.message);
  else console.error('The service did not start:', error);
  process.exit(1);
}
