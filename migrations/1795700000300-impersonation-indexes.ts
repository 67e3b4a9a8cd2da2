import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that are empty but for sessions in somebody else's name. */
const INDEXES: Readonly<Record<string, string>> = {
  sessions_impersonator_idx: 'impersonator_id',
  sessions_impersonator_session_idx: 'impersonator_session_id',
};

/** Finds the sessions in somebody else's name of an administrator. */
export class ImpersonationIndexes1795700000300 implements MigrationInterface {
  readonly name = 'ImpersonationIndexes1795700000300';
  /** Nobody who logs in waits while the indexes are made: that is possible outside of transactions alone. */
  readonly transaction = false;

  /** What an attempt that was broken off has left is made anew. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions VALIDATE CONSTRAINT sessions_impersonator_check');
    for (const [name, column] of Object.entries(INDEXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(
        `CREATE INDEX CONCURRENTLY ${name} ON sessions (${column}) WHERE ${column} IS NOT NULL`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.query(`DROP INDEX IF EXISTS ${name}`);
  }
}
