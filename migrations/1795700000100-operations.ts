import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Settings that were changed at run time, periodic work, and what became of mails. Mails were kept for an hour until now,
 * so the indexes are quickly made.
 */
export class Operations1795700000100 implements MigrationInterface {
  readonly name = 'Operations1795700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settings (
        name text CONSTRAINT settings_pkey PRIMARY KEY,
        value text,
        version integer NOT NULL,
        changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE periodic_jobs (
        name text CONSTRAINT periodic_jobs_pkey PRIMARY KEY,
        due_at timestamptz NOT NULL,
        requested_at timestamptz,
        lease_id uuid,
        lease_until timestamptz,
        stop_requested boolean NOT NULL DEFAULT false,
        attempts integer NOT NULL DEFAULT 0,
        instance text,
        started_at timestamptz,
        finished_at timestamptz,
        outcome text,
        error_code text,
        error text,
        CONSTRAINT periodic_jobs_outcome_check CHECK (outcome IN ('succeeded', 'failed', 'stopped'))
      );

      ALTER TABLE outgoing_mails
        ADD COLUMN taken_until timestamptz,
        ADD COLUMN end_reason text,
        ADD COLUMN expires_at timestamptz,
        ADD COLUMN last_tried_at timestamptz,
        ADD COLUMN error_code text,
        ADD COLUMN error text;
      ALTER TABLE outgoing_mails ADD CONSTRAINT outgoing_mails_end_reason_check
        CHECK (end_reason IN ('failed', 'cancelled', 'not_needed'));
      DROP INDEX outgoing_mails_due_at_idx;
      CREATE INDEX outgoing_mails_due_at_idx ON outgoing_mails (due_at) WHERE sent_at IS NULL AND end_reason IS NULL;
      CREATE INDEX outgoing_mails_created_at_idx ON outgoing_mails (created_at);
      CREATE INDEX outgoing_mails_failed_idx ON outgoing_mails (id) WHERE end_reason = 'failed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM outgoing_mails WHERE end_reason IS NOT NULL;
      DROP INDEX outgoing_mails_failed_idx;
      DROP INDEX outgoing_mails_created_at_idx;
      DROP INDEX outgoing_mails_due_at_idx;
      ALTER TABLE outgoing_mails
        DROP COLUMN taken_until, DROP COLUMN end_reason, DROP COLUMN expires_at, DROP COLUMN last_tried_at, DROP COLUMN error_code, DROP COLUMN error;
      CREATE INDEX outgoing_mails_due_at_idx ON outgoing_mails (due_at) WHERE sent_at IS NULL;
      DROP TABLE periodic_jobs;
      DROP TABLE settings;
    `);
  }
}
