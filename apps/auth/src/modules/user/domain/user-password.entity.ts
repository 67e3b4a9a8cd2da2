import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';

/** A user's password hash: apart from the user, so that no list, filter or export of users can reach it. */
@Entity('user_passwords')
export class UserPassword {
  @PrimaryColumn({ name: 'user_id', type: 'uuid', primaryKeyConstraintName: 'user_passwords_pkey' })
  userId!: string;

  @OneToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_passwords_user_id_fkey' })
  user?: unknown;

  /** A string whose beginning says how it is verified: a PHC string, or a bcrypt hash with a mark in front. */
  @Column({ type: 'text' })
  hash!: string;

  /** Too short to be the only factor. */
  @Column({ name: 'needs_second_factor', type: 'boolean', default: false })
  needsSecondFactor!: boolean;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
