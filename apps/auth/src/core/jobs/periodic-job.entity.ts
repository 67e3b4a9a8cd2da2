import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { FailureCode } from '../errors/index.js';

/** How a run ended. */
export type JobOutcome = 'succeeded' | 'failed' | 'stopped';

/** Work that is done again and again, by one instance at a time: when it is due, who is at it, and how it went. */
@Entity('periodic_jobs')
@Check('periodic_jobs_outcome_check', "outcome IN ('succeeded', 'failed', 'stopped')")
export class PeriodicJob {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'periodic_jobs_pkey' })
  name!: string;

  /** Not begun before. */
  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  /** When somebody asked for a run that has not begun. */
  @Column({ name: 'requested_at', type: 'timestamptz', nullable: true })
  requestedAt!: Date | null;

  /** Of the run that is under way. */
  @Column({ name: 'lease_id', type: 'uuid', nullable: true })
  leaseId!: string | null;

  /** Renewed by whoever runs it. Once it has passed, its instance is taken for dead and another may begin. */
  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil!: Date | null;

  /** The run that is under way is to end. */
  @Column({ name: 'stop_requested', type: 'boolean', default: false })
  stopRequested!: boolean;

  /** Runs since the last one that succeeded. */
  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** Which instance runs it, or did last. */
  @Column({ type: 'text', nullable: true })
  instance!: string | null;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  /** Of the last run that came to an end. */
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: JobOutcome | null;

  @Column({ name: 'error_code', type: 'text', nullable: true })
  errorCode!: FailureCode | null;

  @Column({ type: 'text', nullable: true })
  error!: string | null;
}
