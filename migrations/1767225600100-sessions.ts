import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sessions1767225600100 implements MigrationInterface {
  readonly name = 'Sessions1767225600100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        id uuid CONSTRAINT sessions_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT sessions_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        kind text NOT NULL,
        secret_hash bytea,
        user_agent text NOT NULL DEFAULT '',
        ip_address inet NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        idle_expires_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text,
        CONSTRAINT sessions_kind_check CHECK (kind IN ('token', 'browser')),
        CONSTRAINT sessions_end_check CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
        CONSTRAINT sessions_secret_check CHECK ((kind = 'browser') = (secret_hash IS NOT NULL))
      );
      CREATE INDEX sessions_user_id_idx ON sessions (user_id, id);
      CREATE INDEX sessions_live_idx ON sessions (expires_at) WHERE ended_at IS NULL;

      CREATE TABLE refresh_tokens (
        id uuid CONSTRAINT refresh_tokens_pkey PRIMARY KEY,
        session_id uuid NOT NULL CONSTRAINT refresh_tokens_session_id_fkey REFERENCES sessions (id) ON DELETE CASCADE,
        hash bytea NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz
      );
      CREATE INDEX refresh_tokens_session_id_idx ON refresh_tokens (session_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE refresh_tokens;
      DROP TABLE sessions;
    `);
  }
}
