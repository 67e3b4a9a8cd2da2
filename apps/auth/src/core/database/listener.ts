import pg from 'pg';
import type { Database } from './database.js';

/** A connection that listens to NOTIFY. */
export interface PostgresListener {
  /** Rejects when the connection is lost or silent. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a connection of its own that calls `receive` with each payload sent to `channel`.
 *
 * @throws the driver's error when the database can't be reached within the configured time
 */
export async function openListener(
  database: Database,
  channel: string,
  receive: (payload: string) => void,
): Promise<PostgresListener> {
  const { url, extra } = database.connectionOptions;
  const client = new pg.Client({
    connectionString: url,
    application_name: 'auth-service listener',
    connectionTimeoutMillis: extra.connectionTimeoutMillis,
    query_timeout: extra.query_timeout,
    keepAlive: true,
  });
  let failure: Error | null = null;
  client.on('error', (error) => (failure = error));
  client.on('end', () => (failure ??= new Error('Connection terminated')));
  client.on('notification', ({ payload }) => receive(payload ?? ''));
  await client.connect();
  await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  return {
    ping: async () => {
      if (failure !== null) throw failure;
      await client.query('SELECT 1');
    },
    close: () => client.end().catch(() => undefined),
  };
}
