import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JWK } from 'jose';
import type { SigningAlgorithm, SigningKeyStatus } from './signing-key-status.js';

/** A key that signs access tokens. The private part is encrypted, and destroyed once it signs no more. */
@Entity('signing_keys')
@Check('signing_keys_algorithm_check', `algorithm IN ('ES256', 'EdDSA', 'RS256')`)
@Check('signing_keys_status_check', `status IN ('next', 'active', 'retired', 'removed')`)
@Check(
  'signing_keys_private_key_check',
  `num_nonnulls(encrypted_private_key, encryption_key_id) = CASE WHEN status IN ('next', 'active') THEN 2 ELSE 0 END`,
)
@Index('signing_keys_one_next_one_active', ['status'], {
  unique: true,
  where: `status IN ('next', 'active')`,
})
export class SigningKey {
  /** `kid` (RFC 7517): the thumbprint of the public key (RFC 7638). */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'signing_keys_pkey' })
  id!: string;

  @Column({ type: 'text' })
  algorithm!: SigningAlgorithm;

  @Column({ type: 'text' })
  status!: SigningKeyStatus;

  @Column({ name: 'public_jwk', type: 'jsonb' })
  publicJwk!: JWK;

  @Column({ name: 'encrypted_private_key', type: 'bytea', nullable: true })
  encryptedPrivateKey!: Buffer | null;

  @Column({ name: 'encryption_key_id', type: 'text', nullable: true })
  encryptionKeyId!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** When a `next` key is due to sign: not before everybody can know it. */
  @Column({ name: 'activates_at', type: 'timestamptz', nullable: true })
  activatesAt!: Date | null;

  /** From then on it signed. */
  @Column({ name: 'activated_at', type: 'timestamptz', nullable: true })
  activatedAt!: Date | null;

  /** From then on it signed nothing more. */
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;

  /** Until then a `retired` key stays published: its last tokens have expired by then. */
  @Column({ name: 'verifies_until', type: 'timestamptz', nullable: true })
  verifiesUntil!: Date | null;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
