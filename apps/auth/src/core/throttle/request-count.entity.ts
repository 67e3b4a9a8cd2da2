import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was done within a window of time. */
@Entity('request_counts')
@Index('request_counts_window_ends_at_idx', ['windowEndsAt'])
export class RequestCount {
  /** What is counted, and of whom. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'request_counts_pkey' })
  key!: string;

  @Column({ type: 'integer' })
  count!: number;

  /** Then counting begins anew. */
  @Column({ name: 'window_ends_at', type: 'timestamptz' })
  windowEndsAt!: Date;
}
