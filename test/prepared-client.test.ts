import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PreparedClient } from '../apps/auth/src/core/database/prepared-client.js';
import { createDatabase, type OwnDatabase } from './support/databases.js';

let database: OwnDatabase;
let client: PreparedClient;

beforeEach(async () => {
  database = await createDatabase('empty');
  client = new PreparedClient({ connectionString: database.url });
  await client.connect();
  await client.query('CREATE TABLE notes (id integer PRIMARY KEY)');
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

const insert = (id: unknown) => client.query('INSERT INTO notes VALUES ($1)', [id]);
const rows = async (from: PreparedClient = client) =>
  (await from.query<{ id: number }>('SELECT id FROM notes ORDER BY id')).rows.map(({ id }) => id);

/** Another connection, which sees only what was committed. */
async function outside<T>(look: (other: PreparedClient) => Promise<T>): Promise<T> {
  const other = new PreparedClient({ connectionString: database.url });
  await other.connect();
  return look(other).finally(() => other.end());
}

describe('a transaction', () => {
  it('is seen by others when it has been committed, and not before', async () => {
    await client.query('START TRANSACTION');
    await insert(1);
    expect(await outside(rows)).toEqual([]);
    await client.query('COMMIT');
    expect(await outside(rows)).toEqual([1]);
  });

  it('leaves nothing behind when it is rolled back', async () => {
    await client.query('START TRANSACTION');
    await Promise.all([insert(1), insert(2)]);
    await client.query('ROLLBACK');
    expect(await rows()).toEqual([]);
  });

  it('is whole: a failure takes back what went with it at the same moment, before and after', async () => {
    await insert(2);
    await client.query('START TRANSACTION');
    const [first, second, third] = await Promise.allSettled([insert(1), insert(2), insert(3)]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: '23505' } });
    expect(third).toMatchObject({ status: 'rejected', reason: { code: '25P02' } });
    await client.query('COMMIT');
    expect(await rows()).toEqual([2]);
  });

  it('may be empty, and the next statement stands for itself', async () => {
    for (const end of ['COMMIT', 'ROLLBACK']) {
      await client.query('START TRANSACTION');
      await client.query(end);
    }
    await insert(1);
    expect(await outside(rows)).toEqual([1]);
  });

  it('takes the isolation level that is set first', async () => {
    await client.query('START TRANSACTION');
    await client.query('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
    const { rows: shown } = await client.query('SHOW transaction_isolation');
    expect(shown).toEqual([{ transaction_isolation: 'serializable' }]);
    await client.query('ROLLBACK');
  });
});

describe('statements', () => {
  it('with parameters are prepared once', async () => {
    for (const id of [1, 2, 3]) await insert(id);
    const prepared = await client.query(
      'SELECT generic_plans + custom_plans AS used FROM pg_prepared_statements',
    );
    expect(prepared.rows).toEqual([{ used: '3' }]);
  });

  it('that fail outside of a transaction do not touch those beside them', async () => {
    const answers = await Promise.allSettled([insert(1), insert('one'), insert(1), insert(2)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await rows()).toEqual([1, 2]);
  });

  it('that the server answers too late end the connection', async () => {
    const impatient = new PreparedClient({ connectionString: database.url, query_timeout: 200 });
    await impatient.connect();
    impatient.on('error', () => undefined);
    await expect(impatient.query('SELECT pg_sleep(5)')).rejects.toThrow('Query read timeout');
    await expect(impatient.query('SELECT 1')).rejects.toThrow(/not queryable|closed|terminated/i);
  });
});
