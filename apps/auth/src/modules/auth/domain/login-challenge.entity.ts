import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { AuthenticationMethodReference, LoginMethod } from '../../../core/access/index.js';

/** A login that waits for its second factor. */
@Entity('login_challenges')
@Index('login_challenges_user_id_idx', ['userId'])
@Index('login_challenges_expires_at_idx', ['expiresAt'])
export class LoginChallenge {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'login_challenges_pkey' })
  id!: string;

  /** SHA-256 of the challenge's secret. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'login_challenges_user_id_fkey' })
  user?: unknown;

  /** How the person came so far. */
  @Column({ name: 'login_method', type: 'text' })
  method!: LoginMethod;

  @Column({ name: 'amr', type: 'text', array: true })
  references!: AuthenticationMethodReference[];

  /** When the password that was right was set; null for a login without. */
  @Column({ name: 'password_set_at', type: 'text', nullable: true })
  passwordSetAt!: string | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
