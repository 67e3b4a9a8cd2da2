import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A manager of a group sees its records and those of all groups below. */
@Entity('visibility_group_managers')
@Index('visibility_group_managers_user_id_idx', ['userId'])
export class VisibilityGroupManager {
  @PrimaryColumn({
    name: 'group_id',
    type: 'uuid',
    primaryKeyConstraintName: 'visibility_group_managers_pkey',
  })
  groupId!: string;

  @ManyToOne('VisibilityGroup', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'visibility_group_managers_group_id_fkey' })
  group?: unknown;

  @PrimaryColumn({
    name: 'user_id',
    type: 'uuid',
    primaryKeyConstraintName: 'visibility_group_managers_pkey',
  })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'visibility_group_managers_user_id_fkey' })
  user?: unknown;
}
