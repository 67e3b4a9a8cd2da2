import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions in which an administrator acts in somebody else's name. The columns are empty at first: nothing is rewritten. */
export class Impersonations1795700000200 implements MigrationInterface {
  readonly name = 'Impersonations1795700000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN impersonator_id uuid, ADD COLUMN impersonator_session_id uuid,
        ADD CONSTRAINT sessions_impersonator_check
          CHECK ((impersonator_id IS NULL) = (impersonator_session_id IS NULL)) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the columns they would be the person's own.
    await runner.query(`
      DELETE FROM sessions WHERE impersonator_id IS NOT NULL;
      ALTER TABLE sessions DROP COLUMN impersonator_id, DROP COLUMN impersonator_session_id;
    `);
  }
}
