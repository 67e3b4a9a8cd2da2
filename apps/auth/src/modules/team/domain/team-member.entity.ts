import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A user in a team; a team has any number of managers. */
@Entity('team_members')
@Index('team_members_user_id_idx', ['userId'])
export class TeamMember {
  @PrimaryColumn({ name: 'team_id', type: 'uuid', primaryKeyConstraintName: 'team_members_pkey' })
  teamId!: string;

  @ManyToOne('Team', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'team_members_team_id_fkey' })
  team?: unknown;

  @PrimaryColumn({ name: 'user_id', type: 'uuid', primaryKeyConstraintName: 'team_members_pkey' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'team_members_user_id_fkey' })
  user?: unknown;

  @Column({ name: 'is_manager', type: 'boolean', default: false })
  isManager!: boolean;

  @CreateDateColumn({ name: 'joined_at', type: 'timestamptz' })
  joinedAt!: Date;
}
