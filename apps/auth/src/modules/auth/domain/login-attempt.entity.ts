import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many attempts to log in failed, by one of the things that they are counted by. */
@Entity('login_attempts')
@Index('login_attempts_window_ends_at_idx', ['windowEndsAt'])
export class LoginAttempt {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'login_attempts_pkey' })
  key!: string;

  @Column({ type: 'integer' })
  failures!: number;

  /** Then counting begins anew. */
  @Column({ name: 'window_ends_at', type: 'timestamptz' })
  windowEndsAt!: Date;
}
