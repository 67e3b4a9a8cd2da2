import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { PermissionName } from '@auth-service/authorization';
import type { ServiceAccountStatus } from './service-account.view.js';

/** A program that is known to the service: an API that asks about tokens, a job that calls others. */
@Entity('service_accounts')
@Check('service_accounts_status_check', `status IN ('active', 'disabled')`)
@Index('service_accounts_name_key', ['name'], { unique: true })
export class ServiceAccount {
  /** `client_id` (RFC 6749). */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'service_accounts_pkey' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  /** By name: one that is deleted from the catalogue counts no more. */
  @Column({ type: 'text', array: true, default: '{}' })
  permissions!: PermissionName[];

  @Column({ type: 'text', default: 'active' })
  status!: ServiceAccountStatus;

  /** Who made it. No foreign key: they may be gone. */
  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  /** Counts the changes. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}
