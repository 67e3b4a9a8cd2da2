import { Column, CreateDateColumn, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';

/** An app that shows codes (RFC 6238). It counts from the first right code on. */
@Entity('totp_authenticators')
export class TotpAuthenticator {
  @PrimaryColumn({ name: 'user_id', type: 'uuid', primaryKeyConstraintName: 'totp_authenticators_pkey' })
  userId!: string;

  @OneToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'totp_authenticators_user_id_fkey' })
  user?: unknown;

  /** Shared secret, encrypted at rest. */
  @Column({ type: 'bytea' })
  secret!: Buffer;

  /** Which key encryption key it is encrypted under. */
  @Column({ name: 'encryption_key_id', type: 'text' })
  encryptionKeyId!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  /** Time step of the last accepted code; no code of it or of an earlier one is accepted again. */
  @Column({ name: 'last_step', type: 'bigint', default: 0 })
  lastStep!: string;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}
