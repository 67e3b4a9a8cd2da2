import { describe, expect, it } from '@jest/globals';
import { type DataSource, type DataSourceOptions, MigrationExecutor } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { createDataSource, migrate, revertMigration } from '../apps/auth/src/core/database/index.js';
import { entities } from '../apps/auth/src/entities.js';
import { useDatabase } from './support/app.js';

const schema = useDatabase('empty');
const contested = useDatabase('empty');

async function withDataSource<T>(
  url: string,
  work: (dataSource: DataSource) => Promise<T>,
  extra: NonNullable<DataSourceOptions['entities']> = [],
): Promise<T> {
  const all = [...(entities as unknown[]), ...(extra as unknown[])] as typeof extra;
  const dataSource = await createDataSource({ url, poolSize: 3, timeoutMs: 0 }, all).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** What TypeORM would change to make the tables equal the entities. */
const differences = async (dataSource: DataSource) =>
  (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

const objects = (dataSource: DataSource) =>
  dataSource.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'v', 'm', 'S') AND c.relname NOT LIKE 'schema_migrations%'
     UNION ALL SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public'
     UNION ALL SELECT t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE n.nspname = 'public' AND t.typtype IN ('e', 'd')`,
  );

describe('the migrations', () => {
  it('make a schema that equals the entities, all the way up, down and up again', async () => {
    await withDataSource(schema.url, async (dataSource) => {
      const names = await migrate(dataSource);
      expect(names).toHaveLength(migrations.length);
      expect(await differences(dataSource)).toEqual([]);
      for (const name of names.reverse()) expect(await revertMigration(dataSource)).toBe(name);
      expect(await revertMigration(dataSource)).toBeNull();
      expect(await objects(dataSource)).toEqual([]);
      expect(await migrate(dataSource)).toHaveLength(migrations.length);
      expect(await migrate(dataSource)).toEqual([]);
      expect(await differences(dataSource)).toEqual([]);
    });
  }, 30_000);

  it('can each be taken back and done again', async () => {
    await withDataSource(schema.url, async (dataSource) => {
      for (let steps = 1; steps <= migrations.length; steps++) {
        for (let step = 0; step < steps; step++) await revertMigration(dataSource);
        expect(await migrate(dataSource)).toHaveLength(steps);
      }
      expect(await differences(dataSource)).toEqual([]);
    });
  }, 60_000);

  it('would be caught when they differ from the entities', async () => {
    await withDataSource(schema.url, async (dataSource) => {
      await dataSource.query('ALTER TABLE users ALTER COLUMN display_name DROP NOT NULL');
      expect(await differences(dataSource)).not.toEqual([]);
      await dataSource.query('ALTER TABLE users ALTER COLUMN display_name SET NOT NULL');
      expect(await differences(dataSource)).toEqual([]);
    });
  });

  it('run once when several instances start at the same moment; the others wait', async () => {
    const ran = await Promise.all(
      Array.from({ length: 4 }, () => withDataSource(contested.url, (dataSource) => migrate(dataSource))),
    );
    expect(ran.map(({ length }) => length).sort()).toEqual([0, 0, 0, migrations.length]);
    await withDataSource(contested.url, async (dataSource) => {
      expect(await new MigrationExecutor(dataSource).getPendingMigrations()).toEqual([]);
    });
  });

  it('use UUID keys and times with a zone', async () => {
    await withDataSource(schema.url, async (dataSource) => {
      const times = await dataSource.query<unknown[]>(
        `SELECT table_name, column_name FROM information_schema.columns
         WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'`,
      );
      expect(times).toEqual([]);
    });
  });
});
