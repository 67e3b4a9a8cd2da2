import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number that counts every change of what decisions rest on, and what each one changed. */
export class AuthorizationRevision1795500000000 implements MigrationInterface {
  readonly name = 'AuthorizationRevision1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE authorization_revision (
        id smallint CONSTRAINT authorization_revision_pkey PRIMARY KEY
          CONSTRAINT authorization_revision_one_row CHECK (id = 1),
        rev bigint NOT NULL,
        pruned_rev bigint NOT NULL DEFAULT 0
      );
      INSERT INTO authorization_revision (id, rev) VALUES (1, 0);

      CREATE TABLE authorization_changes (
        rev bigint NOT NULL,
        type text NOT NULL,
        record_id text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT authorization_changes_pkey PRIMARY KEY (rev, type, record_id),
        CONSTRAINT authorization_changes_type_check CHECK (type IN ('catalogue', 'role', 'team', 'group', 'user'))
      );
      CREATE INDEX authorization_changes_changed_at_idx ON authorization_changes (changed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE authorization_changes;
      DROP TABLE authorization_revision;
    `);
  }
}
