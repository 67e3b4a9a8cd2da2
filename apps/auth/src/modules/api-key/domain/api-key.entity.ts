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
import type { PermissionName } from '@auth-service/authorization';
import type { AuthenticationLevel } from '../../../core/access/index.js';

/** A key with which a person's programs act in their name, within a scope and for a time. */
@Entity('api_keys')
@Check('api_keys_level_check', `level IN ('aal1', 'aal2')`)
@Index('api_keys_user_id_idx', ['userId', 'id'])
export class ApiKey {
  /** Part of the key as its owner has it. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'api_keys_pkey' })
  id!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'api_keys_user_id_fkey' })
  user?: unknown;

  @Column({ type: 'text' })
  name!: string;

  /** SHA-256 of the key's secret part. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  /** What the owner may do with it, as far as the owner may do it at all. */
  @Column({ type: 'text', array: true })
  permissions!: PermissionName[];

  /** How strongly the owner had shown who they are when they made it: some roles want a second factor. */
  @Column({ type: 'text' })
  level!: AuthenticationLevel;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** To the minute. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
