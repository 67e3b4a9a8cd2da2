import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UserImports1795486000000 implements MigrationInterface {
  readonly name = 'UserImports1795486000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE user_imports (
        id uuid CONSTRAINT user_imports_pkey PRIMARY KEY,
        fingerprint text NOT NULL,
        records bigint NOT NULL DEFAULT 0,
        imported bigint NOT NULL DEFAULT 0,
        present bigint NOT NULL DEFAULT 0,
        refused bigint NOT NULL DEFAULT 0,
        rejects_bytes bigint NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
      CREATE INDEX user_imports_fingerprint_idx ON user_imports (fingerprint) WHERE finished_at IS NULL;

      CREATE TABLE imported_users (
        source text NOT NULL,
        external_id text NOT NULL,
        user_id uuid NOT NULL
          CONSTRAINT imported_users_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT imported_users_pkey PRIMARY KEY (source, external_id)
      );
      CREATE INDEX imported_users_user_id_idx ON imported_users (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_users; DROP TABLE user_imports;');
  }
}
