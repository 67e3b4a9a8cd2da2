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

/** A permission given to a user without a role, for a time or for good. */
@Entity('permission_grants')
@Check('permission_grants_window_check', 'valid_until > valid_from')
@Index('permission_grants_user_id_permission_id_key', ['userId', 'permissionId'], { unique: true })
@Index('permission_grants_permission_id_idx', ['permissionId'])
export class PermissionGrant {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'permission_grants_pkey' })
  id!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'permission_grants_user_id_fkey' })
  user?: unknown;

  @Column({ name: 'permission_id', type: 'uuid' })
  permissionId!: string;

  @ManyToOne('Permission', { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'permission_id', foreignKeyConstraintName: 'permission_grants_permission_id_fkey' })
  permission?: unknown;

  @Column({ name: 'valid_from', type: 'timestamptz', default: () => 'now()' })
  validFrom!: Date;

  /** null: for good. */
  @Column({ name: 'valid_until', type: 'timestamptz', nullable: true })
  validUntil!: Date | null;

  /** Who gave it; null: the service itself. No foreign key: the giver may be gone. */
  @Column({ name: 'granted_by', type: 'uuid', nullable: true })
  grantedBy!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
