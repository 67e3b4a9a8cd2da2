import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Somebody as another identity provider knows them. Issuer and subject say who it is, never the address. */
@Entity('federated_identities')
@Index('federated_identities_issuer_subject_key', ['issuer', 'subject'], { unique: true })
@Index('federated_identities_user_id_idx', ['userId'])
export class FederatedIdentity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'federated_identities_pkey' })
  id!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'federated_identities_user_id_fkey' })
  user?: unknown;

  @Column({ type: 'text' })
  issuer!: string;

  @Column({ type: 'text' })
  subject!: string;

  /** Address there, when it was linked; for people to recognise it. */
  @Column({ type: 'text', default: '' })
  email!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}
