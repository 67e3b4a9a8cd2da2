import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
} from 'typeorm';

/** What may happen to a session beside its beginning, its refreshes and its end, which stand elsewhere. */
export type SessionEventKind = 'strengthened' | 'repeated' | 'race_lost' | 'reused';

/** Something that happened to a session and is not written down elsewhere. */
@Entity('session_events')
@Check('session_events_kind_check', `kind IN ('strengthened', 'repeated', 'race_lost', 'reused')`)
@Index('session_events_session_id_idx', ['sessionId'])
export class SessionEvent {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'session_events_pkey' })
  id!: string;

  @Column({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @ManyToOne('Session', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'session_events_session_id_fkey' })
  session?: unknown;

  @CreateDateColumn({ name: 'occurred_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  occurredAt!: Date;

  @Column({ type: 'text' })
  kind!: SessionEventKind;

  /** What the person showed, or the seconds since the token was used first. */
  @Column({ type: 'text', nullable: true })
  detail!: string | null;

  @Column({ name: 'ip_address', type: 'inet' })
  ipAddress!: string;

  @Column({ name: 'user_agent', type: 'text' })
  userAgent!: string;
}
