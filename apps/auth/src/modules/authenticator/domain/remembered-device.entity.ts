import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A device on which somebody is not asked for a second factor for a while. */
@Entity('remembered_devices')
@Index('remembered_devices_user_id_idx', ['userId'])
@Index('remembered_devices_expires_at_idx', ['expiresAt'])
export class RememberedDevice {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'remembered_devices_pkey' })
  id!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'remembered_devices_user_id_fkey' })
  user?: unknown;

  /** SHA-256 of the token that the device keeps. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  @Column({ name: 'user_agent', type: 'text', default: '' })
  userAgent!: string;

  @Column({ name: 'ip_address', type: 'inet' })
  ipAddress!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
