import {
  CreateDateColumn,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
} from 'typeorm';

/** The one group of a user. Who has no row is in the default group. */
@Entity('visibility_group_members')
@Index('visibility_group_members_group_id_idx', ['groupId'])
export class VisibilityGroupMember {
  @PrimaryColumn({ name: 'user_id', type: 'uuid', primaryKeyConstraintName: 'visibility_group_members_pkey' })
  userId!: string;

  @OneToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'visibility_group_members_user_id_fkey' })
  user?: unknown;

  @Column({ name: 'group_id', type: 'uuid' })
  groupId!: string;

  @ManyToOne('VisibilityGroup', { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'visibility_group_members_group_id_fkey' })
  group?: unknown;

  @CreateDateColumn({ name: 'joined_at', type: 'timestamptz' })
  joinedAt!: Date;
}
