import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EmailLoginKind } from './email-login.js';

/** Somebody who asked for a mail that logs in. What the mail holds works only together with what the asker holds. */
@Entity('email_logins')
@Index('email_logins_expires_at_idx', ['expiresAt'])
export class EmailLogin {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'email_logins_pkey' })
  id!: string;

  /** SHA-256 of what the asking client keeps. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  kind!: EmailLoginKind;

  /** Of the mailed code or link, once the mail is written. */
  @Column({ name: 'code_hash', type: 'bytea', nullable: true })
  codeHash!: Buffer | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
