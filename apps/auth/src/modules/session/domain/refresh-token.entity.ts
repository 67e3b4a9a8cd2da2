import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A refresh token, known by its hash alone. Used ones stay as long as their session, so that reuse is recognised. */
@Entity('refresh_tokens')
@Index('refresh_tokens_session_id_idx', ['sessionId', 'id'])
export class RefreshToken {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'refresh_tokens_pkey' })
  id!: string;

  @Column({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @ManyToOne('Session', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'refresh_tokens_session_id_fkey' })
  session?: unknown;

  /** SHA-256 of the token's secret. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  @CreateDateColumn({ name: 'issued_at', type: 'timestamptz' })
  issuedAt!: Date;

  /** When it was exchanged for its successor. */
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  /** What it was exchanged for. No foreign key: both go with their session. */
  @Column({ name: 'successor_id', type: 'uuid', nullable: true })
  successorId!: string | null;

  /** From where its predecessor was exchanged for it; null for the one of the login. */
  @Column({ name: 'ip_address', type: 'inet', nullable: true })
  ipAddress!: string | null;

  /** By which program; null for the one of the login, and while it is the session's own. */
  @Column({ name: 'user_agent', type: 'text', nullable: true })
  userAgent!: string | null;
}
