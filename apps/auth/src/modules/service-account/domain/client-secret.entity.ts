import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A secret that proves a service account. There may be several, so that one can replace another without a break. */
@Entity('client_secrets')
@Index('client_secrets_service_account_id_idx', ['serviceAccountId', 'id'])
export class ClientSecret {
  /** Part of the secret as its holder has it. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'client_secrets_pkey' })
  id!: string;

  @Column({ name: 'service_account_id', type: 'uuid' })
  serviceAccountId!: string;

  @ManyToOne('ServiceAccount', { onDelete: 'CASCADE' })
  @JoinColumn({
    name: 'service_account_id',
    foreignKeyConstraintName: 'client_secrets_service_account_id_fkey',
  })
  serviceAccount?: unknown;

  /** SHA-256 of the secret part. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** null: good until it is removed. */
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  /** To the minute. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}
