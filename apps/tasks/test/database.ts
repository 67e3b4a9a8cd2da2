import pg from 'pg';

/** A place of a test's own in the PostgreSQL that DATABASE_URL names. */
export interface OwnSchema {
  /** For `DATABASE_URL`. */
  readonly url: string;
  drop(): Promise<void>;
}

/** @throws Error when no PostgreSQL is named */
export async function createSchema(): Promise<OwnSchema> {
  const server = process.env.DATABASE_URL;
  if (server === undefined)
    throw new Error('Set DATABASE_URL to a PostgreSQL in which tests may make a schema.');
  const schema = `test_${process.pid}_${Date.now()}`;
  await run(server, `CREATE SCHEMA ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return { url: url.href, drop: () => run(server, `DROP SCHEMA ${schema} CASCADE`) };
}

async function run(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
