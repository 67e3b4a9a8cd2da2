import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** What somebody says of a task; seen by whoever sees that. */
@Entity('task_comment')
export class TaskComment {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'task_id', type: 'uuid' })
  taskId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;

  @Column({ type: 'text' })
  text!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
