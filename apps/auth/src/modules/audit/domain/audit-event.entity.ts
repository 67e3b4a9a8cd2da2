import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuditOutcome } from './audit-outcome.js';

/** PostgreSQL's bigint, of which a log has no more than a number can say. */
const position = {
  type: 'bigint',
  nullable: true,
  transformer: {
    to: (value: number | null) => value,
    from: (value: string | null) => (value === null ? null : Number(value)),
  },
} as const;

/** One thing that happened. Rows are added, never changed; a trigger sees to it. */
@Entity('audit_log')
@Check('audit_log_outcome_check', `outcome IN ('success', 'failure', 'denied')`)
@Index('audit_log_subject_idx', ['subjectType', 'subjectId', 'id'])
@Index('audit_log_actor_idx', ['actorId', 'id'])
@Index('audit_log_impersonator_idx', ['impersonatorId', 'id'], { where: 'impersonator_id IS NOT NULL' })
@Index('audit_log_action_idx', ['action', 'id'])
@Index('audit_log_request_idx', ['requestId'], { where: 'request_id IS NOT NULL' })
@Index('audit_log_position_key', ['position'], { unique: true, where: 'position IS NOT NULL' })
@Index('audit_log_unsealed_idx', ['id'], { where: 'position IS NULL' })
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

  /** Its place in the chain, from 1 on; null until it is sealed. */
  @Column(position)
  position!: number | null;

  /** Binds it to all that stand before it in the chain. */
  @Column({ type: 'bytea', nullable: true, select: false })
  hash?: Buffer | null;
}
