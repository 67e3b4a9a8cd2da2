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

/** A role given to a user or to a team, for a time or for good. */
@Entity('role_assignments')
@Check('role_assignments_holder_check', 'num_nonnulls(user_id, team_id) = 1')
@Check('role_assignments_team_scoped_check', 'NOT team_scoped OR team_id IS NOT NULL')
@Check('role_assignments_window_check', 'valid_until > valid_from')
@Index('role_assignments_user_id_role_id_key', ['userId', 'roleId'], {
  unique: true,
  where: 'user_id IS NOT NULL',
})
@Index('role_assignments_team_id_role_id_key', ['teamId', 'roleId'], {
  unique: true,
  where: 'team_id IS NOT NULL',
})
@Index('role_assignments_role_id_idx', ['roleId'])
export class RoleAssignment {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'role_assignments_pkey' })
  id!: string;

  @Column({ name: 'role_id', type: 'uuid' })
  roleId!: string;

  @ManyToOne('Role', { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'role_id', foreignKeyConstraintName: 'role_assignments_role_id_fkey' })
  role?: unknown;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId!: string | null;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'role_assignments_user_id_fkey' })
  user?: unknown;

  @Column({ name: 'team_id', type: 'uuid', nullable: true })
  teamId!: string | null;

  @ManyToOne('Team', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'role_assignments_team_id_fkey' })
  team?: unknown;

  /** Holds for resources of the team alone, rather than everywhere. */
  @Column({ name: 'team_scoped', type: 'boolean', default: false })
  teamScoped!: boolean;

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
