import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES: Readonly<Record<string, string>> = {
  audit_log_position_key: 'UNIQUE INDEX %s ON audit_log (position) WHERE position IS NOT NULL',
  audit_log_unsealed_idx: 'INDEX %s ON audit_log (id) WHERE position IS NULL',
  audit_log_request_idx: 'INDEX %s ON audit_log (request_id) WHERE request_id IS NOT NULL',
};

/** Finds the chain's entries in their order, those that await sealing, and those of a request. */
export class AuditChainIndexes1795700000600 implements MigrationInterface {
  readonly name = 'AuditChainIndexes1795700000600';
  /** Nobody who logs in waits while the indexes are made: that is possible outside of transactions alone. */
  readonly transaction = false;

  /** What an attempt that was broken off has left is made anew. */
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, definition] of Object.entries(INDEXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      const concurrently = definition.replace('INDEX %s', `INDEX CONCURRENTLY ${name}`);
      await runner.query(`CREATE ${concurrently}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.query(`DROP INDEX IF EXISTS ${name}`);
  }
}
