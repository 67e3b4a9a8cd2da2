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
import type {
  AuthenticationMethodReference,
  LoginMethod,
  SessionEndReason,
} from '../../../core/access/index.js';
import type { SessionKind } from './session-kind.js';

/** One login on one device. */
@Entity('sessions')
@Check('sessions_kind_check', `kind IN ('token', 'browser')`)
@Check('sessions_end_check', `(ended_at IS NULL) = (end_reason IS NULL)`)
@Check('sessions_secret_check', `(kind = 'browser') = (secret_hash IS NOT NULL)`)
@Index('sessions_user_id_idx', ['userId', 'id'])
@Index('sessions_ended_idx', ['endedAt'], { where: 'ended_at IS NOT NULL' })
@Check('sessions_impersonator_check', `(impersonator_id IS NULL) = (impersonator_session_id IS NULL)`)
@Index('sessions_impersonator_idx', ['impersonatorId'], { where: 'impersonator_id IS NOT NULL' })
@Index('sessions_impersonator_session_idx', ['impersonatorSessionId'], {
  where: 'impersonator_session_id IS NOT NULL',
})
@Index('sessions_live_idx', ['expiresAt'], { where: 'ended_at IS NULL' })
export class Session {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'sessions_pkey' })
  id!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'sessions_user_id_fkey' })
  user?: unknown;

  /** `token`: a client app with refresh tokens. `browser`: the panel, with a cookie. */
  @Column({ type: 'text' })
  kind!: SessionKind;

  /** SHA-256 of the cookie's secret. */
  @Column({ name: 'secret_hash', type: 'bytea', nullable: true })
  secretHash!: Buffer | null;

  /** Who acts in the user's name by it; null: the user. */
  @Column({ name: 'impersonator_id', type: 'uuid', nullable: true })
  impersonatorId!: string | null;

  /** In which session that one is themself. It ends with it. No foreign key: each goes in its own time. */
  @Column({ name: 'impersonator_session_id', type: 'uuid', nullable: true })
  impersonatorSessionId!: string | null;

  @Column({ name: 'user_agent', type: 'text', default: '' })
  userAgent!: string;

  @Column({ name: 'ip_address', type: 'inet' })
  ipAddress!: string;

  /** How the person came in. */
  @Column({ name: 'login_method', type: 'text', default: 'password' })
  method!: LoginMethod;

  /** What the person showed: `amr` of the access tokens. */
  @Column({ name: 'amr', type: 'text', array: true, default: ['pwd'] })
  references!: AuthenticationMethodReference[];

  /** When they last did: `auth_time`. */
  @Column({ name: 'authenticated_at', type: 'timestamptz', default: () => 'now()' })
  authenticatedAt!: Date;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', default: () => 'now()' })
  lastUsedAt!: Date;

  /** Ends then if it is not refreshed before. */
  @Column({ name: 'idle_expires_at', type: 'timestamptz' })
  idleExpiresAt!: Date;

  /** Ends then in any case. */
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: SessionEndReason | null;

  /** From where, when its holder, or whoever had a token of it, ended it. */
  @Column({ name: 'ended_from', type: 'inet', nullable: true })
  endedFrom!: string | null;

  @Column({ name: 'ended_user_agent', type: 'text', nullable: true })
  endedUserAgent!: string | null;
}
