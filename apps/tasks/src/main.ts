import 'reflect-metadata';
import { ConfigError, loadConfig } from './config/config.js';
import { createApp } from './create-app.js';

try {
  const config = loadConfig();
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  process.stdout.write(`tasks is listening on ${await app.getUrl()}, its documents are at /docs\n`);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
