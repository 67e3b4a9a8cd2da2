import type { AppConfig } from './core/config/index.js';
import { createDataSource, type DataSource, migrate, startEmbeddedPostgres } from './core/database/index.js';
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
  const embedded =
    config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir }) : null;
  const url = embedded?.url ?? config.databaseUrl ?? '';
  try {
    if (config.migrateOnStart) await migrateAlone(url);
    const settings = { url, poolSize: config.databasePoolSize, timeoutMs: config.databaseTimeoutMs };
    const dataSource = await createDataSource(settings, entities).initialize();
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

/** On connections of its own, which wait as long as a migration takes. */
async function migrateAlone(url: string): Promise<void> {
  const dataSource = await createDataSource({ url, poolSize: 2, timeoutMs: 0 }, entities).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
