import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a session's person came in, what they showed and when. Defaults are constant, so the table is not rewritten. */
export class SessionAuthentication1795483200000 implements MigrationInterface {
  readonly name = 'SessionAuthentication1795483200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN login_method text NOT NULL DEFAULT 'password',
        ADD COLUMN amr text[] NOT NULL DEFAULT '{pwd}',
        ADD COLUMN authenticated_at timestamptz NOT NULL DEFAULT now();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions DROP COLUMN login_method, DROP COLUMN amr, DROP COLUMN authenticated_at;
    `);
  }
}
