import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ServiceAccountsAndApiKeys1795485462913 implements MigrationInterface {
  readonly name = 'ServiceAccountsAndApiKeys1795485462913';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE service_accounts (
        id uuid CONSTRAINT service_accounts_pkey PRIMARY KEY,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        permissions text[] NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'active',
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT service_accounts_status_check CHECK (status IN ('active', 'disabled'))
      );
      CREATE UNIQUE INDEX service_accounts_name_key ON service_accounts (name);

      CREATE TABLE client_secrets (
        id uuid CONSTRAINT client_secrets_pkey PRIMARY KEY,
        service_account_id uuid NOT NULL
          CONSTRAINT client_secrets_service_account_id_fkey REFERENCES service_accounts (id) ON DELETE CASCADE,
        hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        last_used_at timestamptz
      );
      CREATE INDEX client_secrets_service_account_id_idx ON client_secrets (service_account_id, id);

      CREATE TABLE api_keys (
        id uuid CONSTRAINT api_keys_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT api_keys_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        name text NOT NULL,
        hash bytea NOT NULL,
        permissions text[] NOT NULL,
        level text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT api_keys_level_check CHECK (level IN ('aal1', 'aal2'))
      );
      CREATE INDEX api_keys_user_id_idx ON api_keys (user_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE api_keys;
      DROP TABLE client_secrets;
      DROP TABLE service_accounts;
    `);
  }
}
