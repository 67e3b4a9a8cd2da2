import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { VisibilityLevel } from '@auth-service/guard';

/** Something to be done by its owner. */
@Entity('task')
export class Task {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ name: 'is_done', type: 'boolean', default: false })
  isDone!: boolean;

  /** A user of the auth service. */
  @Column({ name: 'owner_id', type: 'uuid' })
  ownerId!: string;

  /** Number of the owner's visibility group; the guard keeps it current. */
  @Column({ name: 'vg', type: 'integer', default: 0 })
  group!: number;

  @Column({ name: 'visible_to', type: 'smallint', default: 3 })
  visibleTo!: VisibilityLevel;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
