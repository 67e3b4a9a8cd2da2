import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Somebody signed up and has not confirmed the address yet. There is no account until then: whoever types a stranger's
 * address makes nothing in the stranger's name.
 */
@Entity('registrations')
@Index('registrations_email_idx', ['email'])
@Index('registrations_expires_at_idx', ['expiresAt'])
export class Registration {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'registrations_pkey' })
  id!: string;

  /** In lower case. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash!: string;

  @Column({ name: 'display_name', type: 'text', default: '' })
  displayName!: string;

  @Column({ name: 'given_name', type: 'text', default: '' })
  givenName!: string;

  @Column({ name: 'family_name', type: 'text', default: '' })
  familyName!: string;

  /** BCP 47 language tag. */
  @Column({ type: 'text', default: 'en' })
  locale!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
