import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link's token that works once. Known by its hash alone. */
@Entity('one_time_tokens')
@Index('one_time_tokens_expires_at_idx', ['expiresAt'])
@Index('one_time_tokens_subject_id_idx', ['subjectId', 'purpose'])
export class OneTimeToken {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'one_time_tokens_pkey' })
  id!: string;

  /** A token of one purpose is worth nothing for another. */
  @Column({ type: 'text' })
  purpose!: string;

  /** Row that the token speaks of: a user, an invitation; which table is known by the purpose. */
  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  subjectId!: string | null;

  /** SHA-256 of the token's secret. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
