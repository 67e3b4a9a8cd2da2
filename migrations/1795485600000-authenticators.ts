import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, passkeys, remembered devices, and logins that wait for a second factor. */
export class Authenticators1795485600000 implements MigrationInterface {
  readonly name = 'Authenticators1795485600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE totp_authenticators (
        user_id uuid CONSTRAINT totp_authenticators_pkey PRIMARY KEY
          CONSTRAINT totp_authenticators_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        secret bytea NOT NULL,
        encryption_key_id text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0,
        last_used_at timestamptz
      );

      CREATE TABLE recovery_codes (
        id uuid CONSTRAINT recovery_codes_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT recovery_codes_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        hash bytea NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX recovery_codes_user_id_idx ON recovery_codes (user_id);

      CREATE TABLE remembered_devices (
        id uuid CONSTRAINT remembered_devices_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT remembered_devices_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        hash bytea NOT NULL,
        user_agent text NOT NULL DEFAULT '',
        ip_address inet NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX remembered_devices_user_id_idx ON remembered_devices (user_id);
      CREATE INDEX remembered_devices_expires_at_idx ON remembered_devices (expires_at);

      CREATE TABLE passkeys (
        id uuid CONSTRAINT passkeys_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT passkeys_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        credential_id text NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL DEFAULT 0,
        transports text[] NOT NULL DEFAULT '{}',
        name text NOT NULL,
        is_backed_up boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz
      );
      CREATE UNIQUE INDEX passkeys_credential_id_key ON passkeys (credential_id);
      CREATE INDEX passkeys_user_id_idx ON passkeys (user_id);

      CREATE TABLE login_challenges (
        id uuid CONSTRAINT login_challenges_pkey PRIMARY KEY,
        hash bytea NOT NULL,
        user_id uuid NOT NULL CONSTRAINT login_challenges_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        login_method text NOT NULL,
        amr text[] NOT NULL,
        password_set_at text,
        attempts integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX login_challenges_user_id_idx ON login_challenges (user_id);
      CREATE INDEX login_challenges_expires_at_idx ON login_challenges (expires_at);

      CREATE TABLE email_logins (
        id uuid CONSTRAINT email_logins_pkey PRIMARY KEY,
        hash bytea NOT NULL,
        email text NOT NULL,
        kind text NOT NULL,
        code_hash bytea,
        attempts integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX email_logins_expires_at_idx ON email_logins (expires_at);

      ALTER TABLE roles ADD COLUMN requires_second_factor boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE roles DROP COLUMN requires_second_factor;
      DROP TABLE email_logins;
      DROP TABLE login_challenges;
      DROP TABLE passkeys;
      DROP TABLE remembered_devices;
      DROP TABLE recovery_codes;
      DROP TABLE totp_authenticators;
    `);
  }
}
