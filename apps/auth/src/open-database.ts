import type { AppConfig } from './core/config/index.js';
import {
  connect,
  type DataSource,
  type EmbeddedPostgres,
  migrate,
  startEmbeddedPostgres,
} from './core/database/index.js';
import { AppLogger } from './core/telemetry/index.js';
import { entities } from './entities.js';

/** A connected, migrated database. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  /** Whether it is our own, inside the data folder. */
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** Connects to the configured database, or starts the embedded one, and runs the migrations where asked to. */
export async function openDatabase(config: AppConfig): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config) : null;
  const url = embedded?.url ?? config.databaseUrl ?? '';
  try {
    if (config.migrateOnStart) await migrateAlone(url);
    const settings = { url, poolSize: config.databasePoolSize, timeoutMs: config.databaseTimeoutMs };
    const dataSource = await connect(settings, entities);
    return {
      dataSource,
      embedded: embedded !== null,
      close: async () => {
        await dataSource.destroy();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function startEmbedded(config: AppConfig): Promise<EmbeddedPostgres> {
  const logger = new AppLogger(config);
  return startEmbeddedPostgres({
    dataDir: config.dataDir,
    onLog: (line) => logger.debug({ postgres: line }, 'embedded PostgreSQL'),
    onRestart: (lastWords) =>
      logger.error({ lastWords }, 'the embedded PostgreSQL ended by itself and is started again'),
    onFailure: (error) => {
      logger.fatal({ err: error }, 'the embedded PostgreSQL does not start again');
      process.exit(1);
    },
  });
}

/** On connections of its own, which wait as long as a migration takes. Migrations are SQL and know no entities. */
async function migrateAlone(url: string): Promise<void> {
  const dataSource = await connect({ url, poolSize: 2, timeoutMs: 0 }, []);
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
