import {
  Check,
  Column,
  CreateDateColumn,
  DeleteDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';

/** A node in the tree that decides who sees whose records. */
@Entity('visibility_groups')
@Check('visibility_groups_parent_check', 'parent_id <> id')
@Index('visibility_groups_number_key', ['number'], { unique: true })
@Index('visibility_groups_parent_id_idx', ['parentId'])
@Index('visibility_groups_one_default', ['isDefault'], { unique: true, where: 'is_default' })
export class VisibilityGroup {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'visibility_groups_pkey' })
  id!: string;

  /** The short number that other services keep beside their records. */
  @Column({ type: 'integer', generated: 'identity' })
  number!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  @ManyToOne('VisibilityGroup', { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'visibility_groups_parent_id_fkey' })
  parent?: unknown;

  /** The group of everybody who is in no other. There is always exactly one. */
  @Column({ name: 'is_default', type: 'boolean', default: false })
  isDefault!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @DeleteDateColumn({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
