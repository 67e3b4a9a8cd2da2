import { Column, CreateDateColumn, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';

/** A user's new address that is not confirmed yet. One at a time. */
@Entity('email_changes')
@Index('email_changes_expires_at_idx', ['expiresAt'])
export class EmailChange {
  @PrimaryColumn({ name: 'user_id', type: 'uuid', primaryKeyConstraintName: 'email_changes_pkey' })
  userId!: string;

  @OneToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'email_changes_user_id_fkey' })
  user?: unknown;

  /** The new address, in lower case. */
  @Column({ type: 'text' })
  email!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
