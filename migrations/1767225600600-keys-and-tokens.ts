import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeysAndTokens1767225600600 implements MigrationInterface {
  readonly name = 'KeysAndTokens1767225600600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_keys (
        id text CONSTRAINT signing_keys_pkey PRIMARY KEY,
        algorithm text NOT NULL,
        public_jwk jsonb NOT NULL,
        encrypted_private_key bytea NOT NULL,
        encryption_key_id text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        retired_at timestamptz,
        CONSTRAINT signing_keys_algorithm_check CHECK (algorithm IN ('ES256', 'EdDSA', 'RS256'))
      );
      CREATE UNIQUE INDEX signing_keys_one_active ON signing_keys (algorithm) WHERE retired_at IS NULL;

      -- Not written ahead: counting an attempt need not wait for the disk, and a crash forgets minutes of counting.
      CREATE UNLOGGED TABLE login_attempts (
        key text CONSTRAINT login_attempts_pkey PRIMARY KEY,
        failures integer NOT NULL,
        window_ends_at timestamptz NOT NULL
      );
      CREATE INDEX login_attempts_window_ends_at_idx ON login_attempts (window_ends_at);

      CREATE TABLE one_time_tokens (
        id uuid CONSTRAINT one_time_tokens_pkey PRIMARY KEY,
        purpose text NOT NULL,
        hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX one_time_tokens_expires_at_idx ON one_time_tokens (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE one_time_tokens;
      DROP TABLE login_attempts;
      DROP TABLE signing_keys;
    `);
  }
}
