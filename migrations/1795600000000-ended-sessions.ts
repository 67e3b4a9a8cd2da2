import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services that verify tokens by themselves ask which sessions have just ended. */
export class EndedSessions1795600000000 implements MigrationInterface {
  readonly name = 'EndedSessions1795600000000';
  /** Sessions are many: an index is made beside the work on them. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS sessions_ended_idx ON sessions (ended_at) WHERE ended_at IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS sessions_ended_idx');
  }
}
