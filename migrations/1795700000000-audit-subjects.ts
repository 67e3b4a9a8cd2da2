import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of a role, a team or a group tells of what happened to others because of it, too. */
export class AuditSubjects1795700000000 implements MigrationInterface {
  readonly name = 'AuditSubjects1795700000000';

  /** A table of its own: an index over what the log says would keep everybody from writing while it is made. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_log_subjects (
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        event_id uuid NOT NULL,
        CONSTRAINT audit_log_subjects_pkey PRIMARY KEY (subject_type, subject_id, event_id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_log_subjects');
  }
}
