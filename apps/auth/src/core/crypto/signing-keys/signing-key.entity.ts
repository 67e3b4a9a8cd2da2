import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JWK } from 'jose';

/** A key that signs access tokens. The private part is encrypted. */
@Entity('signing_keys')
@Check('signing_keys_algorithm_check', `algorithm IN ('ES256', 'EdDSA', 'RS256')`)
@Index('signing_keys_one_active', ['algorithm'], { unique: true, where: 'retired_at IS NULL' })
export class SigningKey {
  /** `kid` (RFC 7517): the thumbprint of the public key (RFC 7638). */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'signing_keys_pkey' })
  id!: string;

  @Column({ type: 'text' })
  algorithm!: string;

  @Column({ name: 'public_jwk', type: 'jsonb' })
  publicJwk!: JWK;

  @Column({ name: 'encrypted_private_key', type: 'bytea' })
  encryptedPrivateKey!: Buffer;

  @Column({ name: 'encryption_key_id', type: 'text' })
  encryptionKeyId!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** From then on it signs nothing more; it stays published until its last tokens have expired. */
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
