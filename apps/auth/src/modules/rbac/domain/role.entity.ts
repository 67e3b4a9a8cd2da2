import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  PrimaryColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';

/** A named set of permissions. */
@Entity('roles')
@Check('roles_name_check', `length(name) BETWEEN 1 AND 100`)
@Index('roles_name_key', ['name'], { unique: true })
@Index('roles_one_default', ['isDefault'], { unique: true, where: 'is_default' })
export class Role {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'roles_pkey' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  /** Built in: it cannot be changed or deleted. */
  @Column({ name: 'is_system', type: 'boolean', default: false })
  isSystem!: boolean;

  /** Every active user has it without an assignment. */
  @Column({ name: 'is_default', type: 'boolean', default: false })
  isDefault!: boolean;

  /** Its permissions hold only in sessions that were opened with a second factor. */
  @Column({ name: 'requires_second_factor', type: 'boolean', default: false })
  requiresSecondFactor!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
