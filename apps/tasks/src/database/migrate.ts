import type { DataSource } from 'typeorm';

/** Any number that no other user of advisory locks in this database takes. */
const MIGRATION_LOCK = 4_017_202_602;

/** Runs the pending migrations. Of several instances one runs them, the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations();
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await holder.release();
  }
}
