import type { PermissionName } from '@auth-service/authorization';
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';

/** Something that may be done with a resource, for example `deal:read`. */
@Entity('permissions')
@Check('permissions_action_check', `action ~ '^[a-z][a-z0-9_]{0,63}$'`)
@Check('permissions_name_check', `name LIKE '%:' || action`)
@Index('permissions_name_key', ['name'], { unique: true })
@Index('permissions_resource_id_action_key', ['resourceId', 'action'], { unique: true })
export class Permission {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'permissions_pkey' })
  id!: string;

  @Column({ name: 'resource_id', type: 'uuid' })
  resourceId!: string;

  @ManyToOne('Resource', { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'resource_id', foreignKeyConstraintName: 'permissions_resource_id_fkey' })
  resource?: unknown;

  @Column({ type: 'text' })
  action!: string;

  /** `resource:action` */
  @Column({ type: 'text' })
  name!: PermissionName;

  @Column({ type: 'text', default: '' })
  description!: string;

  /** Since then no code declares it any more; it still counts. */
  @Column({ name: 'deprecated_at', type: 'timestamptz', nullable: true })
  deprecatedAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
