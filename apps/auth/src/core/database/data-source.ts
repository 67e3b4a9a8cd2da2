import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../../../migrations/index.js';
import { PreparedClient } from './prepared-client.js';

/** What a connection to the database needs to know. */
export interface ConnectionSettings {
  readonly url: string;
  /** Connections kept at most. */
  readonly poolSize: number;
  /** Milliseconds after which a statement or a connection attempt is given up; 0 waits for ever. */
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
      connectionTimeoutMillis: settings.timeoutMs,
      query_timeout: settings.timeoutMs,
      keepAlive: true,
      Client: PreparedClient,
      ...extra,
    },
  };
  return new DataSource(options);
}
