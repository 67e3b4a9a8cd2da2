import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords that are long enough only beside a second factor. */
export class ShortPasswords1795495200000 implements MigrationInterface {
  readonly name = 'ShortPasswords1795495200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE user_passwords ADD COLUMN needs_second_factor boolean NOT NULL DEFAULT false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE user_passwords DROP COLUMN needs_second_factor');
  }
}
