import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../../../migrations/index.js';
import { ConfigError } from '../config/index.js';
import { PreparedClient } from './prepared-client.js';

/** What a connection to the database needs to know. */
export interface ConnectionSettings {
  readonly url: string;
  /** Connections kept at most. */
  readonly poolSize: number;
  /** Milliseconds after which a free connection and the statement on it are given up; 0 waits for ever. */
  readonly timeoutMs: number;
}

/** Makes the data source, not yet connected. */
export function createDataSource(
  settings: ConnectionSettings,
  entities: NonNullable<DataSourceOptions['entities']>,
  extra: Record<string, unknown> = {},
): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: settings.url,
    entities,
    migrations: [...migrations],
    migrationsTableName: 'schema_migrations',
    synchronize: false,
    logging: false,
    applicationName: 'auth-service',
    extra: {
      max: settings.poolSize,
      ...timeouts(settings.timeoutMs),
      keepAlive: true,
      // Connections stay open: opening one costs more than a hundred statements.
      idleTimeoutMillis: 0,
      Client: PreparedClient,
      ...extra,
    },
  };
  return new DataSource(options);
}

/**
 * Connects for the first time.
 *
 * @throws ConfigError when that fails: what the address says (server, name, password, database) is not right then
 */
export async function connect(
  settings: ConnectionSettings,
  entities: NonNullable<DataSourceOptions['entities']>,
): Promise<DataSource> {
  try {
    return await createDataSource(settings, entities).initialize();
  } catch (cause) {
    // An address that stands for several (localhost) fails with an error for each and no message of its own.
    const { message, code = 'no connection' } = cause as Error & { code?: string };
    throw new ConfigError(`DATABASE_URL: ${message || code}`, { cause });
  }
}

/**
 * Who has to wait for a connection and then for its answer is still told in time. The server gives a statement up
 * first, so that a busy one keeps its connections; the client does when the server is silent.
 */
function timeouts(timeoutMs: number) {
  return {
    connectionTimeoutMillis: Math.round(timeoutMs / 3),
    statement_timeout: Math.round(timeoutMs * 0.6),
    query_timeout: Math.round((timeoutMs * 2) / 3),
  };
}
