import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** PostgreSQL's bigint, of which a file has no more than a number can say. */
const bigint = {
  type: 'bigint',
  default: 0,
  transformer: { from: Number, to: (value: number) => value },
} as const;

/** A run of an import, and how far it is: a run that was ended is gone on with from there. */
@Entity('user_imports')
@Index('user_imports_fingerprint_idx', ['fingerprint'], { where: 'finished_at IS NULL' })
export class UserImport {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'user_imports_pkey' })
  id!: string;

  /** Of the file's content and what was said about it. */
  @Column({ type: 'text' })
  fingerprint!: string;

  /** Records that were dealt with. */
  @Column(bigint)
  records!: number;

  @Column(bigint)
  imported!: number;

  /** Rows whose user was there already. */
  @Column(bigint)
  present!: number;

  @Column(bigint)
  refused!: number;

  /** How much of the file of refused rows counts. */
  @Column({ name: 'rejects_bytes', ...bigint })
  rejectsBytes!: number;

  @CreateDateColumn({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
