import { Entity, PrimaryColumn } from 'typeorm';

/** Whom or what an event concerns beside its subject: the role that somebody was given, say. */
@Entity('audit_log_subjects')
export class AuditSubject {
  @PrimaryColumn({ name: 'subject_type', type: 'text', primaryKeyConstraintName: 'audit_log_subjects_pkey' })
  subjectType!: string;

  @PrimaryColumn({ name: 'subject_id', type: 'text', primaryKeyConstraintName: 'audit_log_subjects_pkey' })
  subjectId!: string;

  /** No foreign key: the log may be kept elsewhere. */
  @PrimaryColumn({ name: 'event_id', type: 'uuid', primaryKeyConstraintName: 'audit_log_subjects_pkey' })
  eventId!: string;
}
