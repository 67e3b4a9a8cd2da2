import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditLog1767225600500 implements MigrationInterface {
  readonly name = 'AuditLog1767225600500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_log (
        id uuid CONSTRAINT audit_log_pkey PRIMARY KEY,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        action text NOT NULL,
        outcome text NOT NULL,
        actor_id uuid,
        impersonator_id uuid,
        subject_type text NOT NULL,
        subject_id text,
        before jsonb,
        after jsonb,
        reason text,
        request_id text,
        ip_address inet,
        CONSTRAINT audit_log_outcome_check CHECK (outcome IN ('success', 'failure', 'denied'))
      );
      CREATE INDEX audit_log_subject_idx ON audit_log (subject_type, subject_id, id);
      CREATE INDEX audit_log_actor_idx ON audit_log (actor_id, id);
      CREATE INDEX audit_log_action_idx ON audit_log (action, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_log;
    `);
  }
}
