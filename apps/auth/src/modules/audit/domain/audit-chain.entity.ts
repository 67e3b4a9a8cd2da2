import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the audit log's chain, in a single row. */
@Entity('audit_chain')
@Check('audit_chain_id_check', `id = 'audit_log'`)
export class AuditChain {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'audit_chain_pkey' })
  id!: string;

  /** The key of the hashes, encrypted under KEY_ENCRYPTION_KEY. */
  @Column({ name: 'encrypted_key', type: 'bytea' })
  encryptedKey!: Buffer;

  @Column({ name: 'encryption_key_id', type: 'text' })
  encryptionKeyId!: string;

  /** How many entries are sealed. */
  @Column({ type: 'bigint' })
  position!: string;

  /** The last entry's. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  /** Proves that position and hash were written by who has the key. */
  @Column({ type: 'bytea' })
  mark!: Buffer;
}
