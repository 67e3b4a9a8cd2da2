import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AppConfig, ConfigError } from './core/config/index.js';
import { JobRunner } from './core/jobs/index.js';
import { MailDelivery } from './core/mail/index.js';
import { Drain } from './core/http/index.js';
import { LiveSettings } from './core/settings/index.js';
import { AppLogger } from './core/telemetry/index.js';
import { createApp } from './create-app.js';
import { openDatabase } from './open-database.js';
import { PrepareSetup } from './modules/setup/index.js';
import { describeService } from './service-description.js';

const SHUTDOWN_LIMIT_MS = 20_000;

/**
 * Runs the service until it is told to stop: database, migrations, application, initial data, then it listens.
 *
 * @throws ConfigError and whatever keeps the service from starting
 */
export async function runService(config: AppConfig): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());
  const database = await openDatabase(config);
  try {
    const app = await createApp(config, database.dataSource);
    await app.init();
    app.get(LiveSettings).start();
    const setupLink = await app.get(PrepareSetup).execute();
    if (!stopping.signal.aborted) {
      await listen(app, config);
      app.get(MailDelivery).start();
      await app.get(JobRunner).start();
      process.stdout.write(
        describeService(config, { url: await app.getUrl(), setupLink, embedded: database.embedded }),
      );
      await new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
    }
    // Whatever hangs on must not keep the process: the database is safe without it.
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
    await app.get(Drain).run();
    await app.close();
    app.get(AppLogger).flush();
  } finally {
    await database.close();
  }
  process.exit(0);
}

async function listen(app: NestFastifyApplication, { port, host }: AppConfig): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    throw new ConfigError(`PORT: cannot listen on ${host}:${port}: ${(cause as Error).message}`, { cause });
  }
}
