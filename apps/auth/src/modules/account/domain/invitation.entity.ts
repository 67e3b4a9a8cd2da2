import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** An administrator asks somebody in. The account is made when the invitation is accepted. */
@Entity('invitations')
@Index('invitations_email_idx', ['email'], { unique: true, where: 'accepted_at IS NULL' })
@Index('invitations_invited_by_idx', ['invitedBy'])
export class Invitation {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'invitations_pkey' })
  id!: string;

  /** In lower case. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'display_name', type: 'text', default: '' })
  displayName!: string;

  /** BCP 47 language tag. */
  @Column({ type: 'text', default: 'en' })
  locale!: string;

  /** Roles that the account gets. */
  @Column({ name: 'role_ids', type: 'uuid', array: true, default: () => "'{}'" })
  roleIds!: string[];

  @Column({ name: 'invited_by', type: 'uuid', nullable: true })
  invitedBy!: string | null;

  @ManyToOne('User', { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'invited_by', foreignKeyConstraintName: 'invitations_invited_by_fkey' })
  inviter?: unknown;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;
}
