import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what somebody did in the name of others. */
export class AuditImpersonatorIndex1795700000800 implements MigrationInterface {
  readonly name = 'AuditImpersonatorIndex1795700000800';
  /** Nobody who logs in waits while the index is made: that is possible outside of transactions alone. */
  readonly transaction = false;

  /** What an attempt that was broken off has left is made anew. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS audit_log_impersonator_idx');
    await runner.query(
      `CREATE INDEX CONCURRENTLY audit_log_impersonator_idx ON audit_log (impersonator_id, id)
       WHERE impersonator_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS audit_log_impersonator_idx');
  }
}
