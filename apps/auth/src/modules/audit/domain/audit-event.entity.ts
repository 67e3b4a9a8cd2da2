import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuditOutcome } from './audit-outcome.js';

/** One thing that happened. Rows are added, never changed. */
@Entity('audit_log')
@Check('audit_log_outcome_check', `outcome IN ('success', 'failure', 'denied')`)
@Index('audit_log_subject_idx', ['subjectType', 'subjectId', 'id'])
@Index('audit_log_actor_idx', ['actorId', 'id'])
@Index('audit_log_action_idx', ['action', 'id'])
export class AuditEvent {
  /** UUIDv7, so its order is the order in time. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'audit_log_pkey' })
  id!: string;

  @CreateDateColumn({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  /** What happened, for example `user.created`. */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text' })
  outcome!: AuditOutcome;

  /** null: the service itself, or somebody unknown. No foreign key: the log outlives what it tells of. */
  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  /** Who acted in the actor's name. */
  @Column({ name: 'impersonator_id', type: 'uuid', nullable: true })
  impersonatorId!: string | null;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @Column({ name: 'subject_id', type: 'text', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  before!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after!: unknown;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'request_id', type: 'text', nullable: true })
  requestId!: string | null;

  @Column({ name: 'ip_address', type: 'inet', nullable: true })
  ipAddress!: string | null;
}
