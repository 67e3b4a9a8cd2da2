import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Users1767225600000 implements MigrationInterface {
  readonly name = 'Users1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid CONSTRAINT users_pkey PRIMARY KEY,
        email text NOT NULL,
        email_verified_at timestamptz,
        display_name text NOT NULL DEFAULT '',
        given_name text NOT NULL DEFAULT '',
        family_name text NOT NULL DEFAULT '',
        locale text NOT NULL DEFAULT 'en',
        status text NOT NULL DEFAULT 'active',
        last_login_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT users_status_check CHECK (status IN ('active', 'disabled')),
        CONSTRAINT users_email_check CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254)
      );
      CREATE UNIQUE INDEX users_email_key ON users (email) WHERE deleted_at IS NULL;
      CREATE INDEX users_created_at_idx ON users (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX users_display_name_idx ON users (display_name, id) WHERE deleted_at IS NULL;

      CREATE TABLE user_passwords (
        user_id uuid CONSTRAINT user_passwords_pkey PRIMARY KEY
          CONSTRAINT user_passwords_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        hash text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE user_profiles (
        user_id uuid CONSTRAINT user_profiles_pkey PRIMARY KEY
          CONSTRAINT user_profiles_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        attributes jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT user_profiles_attributes_check CHECK (jsonb_typeof(attributes) = 'object')
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE user_profiles;
      DROP TABLE user_passwords;
      DROP TABLE users;
    `);
  }
}
