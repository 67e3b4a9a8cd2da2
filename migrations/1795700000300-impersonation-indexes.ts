import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the sessions in somebody else's name of an administrator. By itself, so that nobody waits to read meanwhile. */
export class ImpersonationIndexes1795700000300 implements MigrationInterface {
  readonly name = 'ImpersonationIndexes1795700000300';

  /** Not CONCURRENTLY: that waits for every other transaction, and instances that start wait for this migration in one. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions VALIDATE CONSTRAINT sessions_impersonator_check;
      CREATE INDEX sessions_impersonator_idx ON sessions (impersonator_id) WHERE impersonator_id IS NOT NULL;
      CREATE INDEX sessions_impersonator_session_idx ON sessions (impersonator_session_id)
        WHERE impersonator_session_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sessions_impersonator_session_idx; DROP INDEX sessions_impersonator_idx');
  }
}
