import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Somebody is asked into a team by mail. They are in it when they accept. */
@Entity('team_invitations')
@Index('team_invitations_team_id_email_idx', ['teamId', 'email'], {
  unique: true,
  where: 'accepted_at IS NULL',
})
@Index('team_invitations_invited_by_idx', ['invitedBy'])
export class TeamInvitation {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'team_invitations_pkey' })
  id!: string;

  @Column({ name: 'team_id', type: 'uuid' })
  teamId!: string;

  @ManyToOne('Team', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'team_invitations_team_id_fkey' })
  team?: unknown;

  /** In lower case. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'invited_by', type: 'uuid', nullable: true })
  invitedBy!: string | null;

  @ManyToOne('User', { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'invited_by', foreignKeyConstraintName: 'team_invitations_invited_by_fkey' })
  inviter?: unknown;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;
}
