import { setTimeout as sleep } from 'node:timers/promises';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/** Any number that no other user of advisory locks in this database takes. */
const MIGRATION_LOCK = 4_017_202_601;
const ASK_AGAIN_MS = 100;

/**
 * Runs the pending migrations, each in its own transaction. Of several processes one runs them, the others wait.
 *
 * @returns the names of those that ran
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  return withMigrationLock(dataSource, async () => {
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  });
}

/**
 * Takes the latest migration back.
 *
 * @returns its name; null when there is none
 */
export async function revertMigration(dataSource: DataSource): Promise<string | null> {
  return withMigrationLock(dataSource, async () => {
    const [latest] = await new MigrationExecutor(dataSource).getExecutedMigrations();
    await dataSource.undoLastMigration({ transaction: 'each' });
    return latest?.name ?? null;
  });
}

async function withMigrationLock<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const holder = dataSource.createQueryRunner();
  try {
    while (!(await tryLock(holder))) await sleep(ASK_AGAIN_MS);
    return await work();
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await holder.release();
  }
}

/** Asked again and again: an index that is made CONCURRENTLY would wait for whoever waits in a statement. */
async function tryLock(runner: QueryRunner): Promise<boolean> {
  const rows = (await runner.query('SELECT pg_try_advisory_lock($1) AS locked', [MIGRATION_LOCK])) as {
    locked: boolean;
  }[];
  return rows[0]?.locked === true;
}
