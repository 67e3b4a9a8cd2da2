import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A passkey (WebAuthn credential). */
@Entity('passkeys')
@Index('passkeys_credential_id_key', ['credentialId'], { unique: true })
@Index('passkeys_user_id_idx', ['userId'])
export class Passkey {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'passkeys_pkey' })
  id!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'passkeys_user_id_fkey' })
  user?: unknown;

  /** Base64url. */
  @Column({ name: 'credential_id', type: 'text' })
  credentialId!: string;

  /** COSE key. */
  @Column({ name: 'public_key', type: 'bytea' })
  publicKey!: Buffer;

  /** Signatures so far, where the authenticator counts them: going back means a copy. */
  @Column({ type: 'bigint', default: 0 })
  counter!: string;

  /** How browsers reach it: `internal`, `hybrid`, `usb`. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  transports!: string[];

  /** What its owner calls it. */
  @Column({ type: 'text' })
  name!: string;

  /** Whether it is kept in the owner's cloud too. */
  @Column({ name: 'is_backed_up', type: 'boolean', default: false })
  isBackedUp!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}
