import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services that verify tokens by themselves ask which sessions have just ended. */
export class EndedSessions1795600000000 implements MigrationInterface {
  readonly name = 'EndedSessions1795600000000';

  /** Not CONCURRENTLY: that waits for every other transaction, and instances that start wait for this migration in one. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX sessions_ended_idx ON sessions (ended_at) WHERE ended_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sessions_ended_idx');
  }
}
