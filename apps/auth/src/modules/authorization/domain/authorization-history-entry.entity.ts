import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a row held before a change; written by triggers, so that no way of writing goes past it. */
@Entity('authorization_history')
@Index('authorization_history_table_idx', ['tableName', 'changedAt'])
export class AuthorizationHistoryEntry {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'BY DEFAULT',
    primaryKeyConstraintName: 'authorization_history_pkey',
  })
  id!: string;

  @Column({ name: 'table_name', type: 'text' })
  tableName!: string;

  @Column({ name: 'row_key', type: 'text' })
  rowKey!: string;

  /** null: there was no such row. */
  @Column({ type: 'jsonb', nullable: true })
  before!: unknown;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  changedAt!: Date;
}
