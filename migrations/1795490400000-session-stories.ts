import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is needed to tell a session's story: from where it was refreshed and ended, and what else happened to it. */
export class SessionStories1795490400000 implements MigrationInterface {
  readonly name = 'SessionStories1795490400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN ended_from inet, ADD COLUMN ended_user_agent text;
      ALTER TABLE refresh_tokens
        ADD COLUMN successor_id uuid, ADD COLUMN ip_address inet, ADD COLUMN user_agent text;

      CREATE TABLE session_events (
        id uuid CONSTRAINT session_events_pkey PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT session_events_session_id_fkey REFERENCES sessions (id) ON DELETE CASCADE,
        occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        kind text NOT NULL,
        detail text,
        ip_address inet NOT NULL,
        user_agent text NOT NULL,
        CONSTRAINT session_events_kind_check CHECK (kind IN ('strengthened', 'repeated', 'race_lost', 'reused'))
      );
      CREATE INDEX session_events_session_id_idx ON session_events (session_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE session_events;
      ALTER TABLE refresh_tokens DROP COLUMN successor_id, DROP COLUMN ip_address, DROP COLUMN user_agent;
      ALTER TABLE sessions DROP COLUMN ended_from, DROP COLUMN ended_user_agent;
    `);
  }
}
