import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1795479490924 implements MigrationInterface {
  readonly name = 'Accounts1795479490924';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE one_time_tokens ADD COLUMN subject_id uuid;
      CREATE INDEX one_time_tokens_subject_id_idx ON one_time_tokens (subject_id, purpose);

      CREATE TABLE outgoing_mails (
        id uuid CONSTRAINT outgoing_mails_pkey PRIMARY KEY,
        kind text NOT NULL,
        recipient text NOT NULL,
        data jsonb NOT NULL DEFAULT '{}',
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz
      );
      CREATE INDEX outgoing_mails_due_at_idx ON outgoing_mails (due_at) WHERE sent_at IS NULL;
      CREATE INDEX outgoing_mails_recipient_idx ON outgoing_mails (recipient, created_at);

      -- Not written ahead: a crash forgets an hour of counting at most.
      CREATE UNLOGGED TABLE request_counts (
        key text CONSTRAINT request_counts_pkey PRIMARY KEY,
        count integer NOT NULL,
        window_ends_at timestamptz NOT NULL
      );
      CREATE INDEX request_counts_window_ends_at_idx ON request_counts (window_ends_at);

      CREATE TABLE registrations (
        id uuid CONSTRAINT registrations_pkey PRIMARY KEY,
        email text NOT NULL,
        password_hash text NOT NULL,
        display_name text NOT NULL DEFAULT '',
        given_name text NOT NULL DEFAULT '',
        family_name text NOT NULL DEFAULT '',
        locale text NOT NULL DEFAULT 'en',
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX registrations_email_idx ON registrations (email);
      CREATE INDEX registrations_expires_at_idx ON registrations (expires_at);

      CREATE TABLE email_changes (
        user_id uuid CONSTRAINT email_changes_pkey PRIMARY KEY
          CONSTRAINT email_changes_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        email text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX email_changes_expires_at_idx ON email_changes (expires_at);

      CREATE TABLE invitations (
        id uuid CONSTRAINT invitations_pkey PRIMARY KEY,
        email text NOT NULL,
        display_name text NOT NULL DEFAULT '',
        locale text NOT NULL DEFAULT 'en',
        role_ids uuid[] NOT NULL DEFAULT '{}',
        invited_by uuid CONSTRAINT invitations_invited_by_fkey REFERENCES users (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz
      );
      CREATE UNIQUE INDEX invitations_email_idx ON invitations (email) WHERE accepted_at IS NULL;
      CREATE INDEX invitations_invited_by_idx ON invitations (invited_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE invitations;
      DROP TABLE email_changes;
      DROP TABLE registrations;
      DROP TABLE request_counts;
      DROP TABLE outgoing_mails;
      ALTER TABLE one_time_tokens DROP COLUMN subject_id;
    `);
  }
}
