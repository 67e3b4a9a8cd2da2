import { Entity, PrimaryColumn } from 'typeorm';

/** Somebody who sees a task whatever its level. */
@Entity('task_follower')
export class TaskFollower {
  @PrimaryColumn({ name: 'task_id', type: 'uuid' })
  taskId!: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId!: string;
}
