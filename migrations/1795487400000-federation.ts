import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identities at other providers, and logins that are on their way there. */
export class Federation1795487400000 implements MigrationInterface {
  readonly name = 'Federation1795487400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE federated_identities (
        id uuid CONSTRAINT federated_identities_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT federated_identities_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        issuer text NOT NULL,
        subject text NOT NULL,
        email text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz
      );
      CREATE UNIQUE INDEX federated_identities_issuer_subject_key ON federated_identities (issuer, subject);
      CREATE INDEX federated_identities_user_id_idx ON federated_identities (user_id);

      CREATE TABLE federated_logins (
        id uuid CONSTRAINT federated_logins_pkey PRIMARY KEY,
        hash bytea NOT NULL,
        browser_hash bytea NOT NULL,
        provider text NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        return_to text NOT NULL,
        link_user_id uuid,
        link_session_id uuid,
        app_challenge text,
        user_id uuid,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX federated_logins_expires_at_idx ON federated_logins (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE federated_logins;
      DROP TABLE federated_identities;
    `);
  }
}
