import { DataSource } from 'typeorm';
import { TaskComment } from '../tasks/task-comment.entity.js';
import { TaskFollower } from '../tasks/task-follower.entity.js';
import { Task } from '../tasks/task.entity.js';
import { CreateTasks1795600000000 } from './migrations/1795600000000-create-tasks.js';

/** Makes the data source, not yet connected. */
export const createDataSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: 'tasks',
    entities: [Task, TaskFollower, TaskComment],
    migrations: [CreateTasks1795600000000],
    migrationsTableName: 'schema_migrations',
    // So that one of a table with rows may make its indexes while others write.
    migrationsTransactionMode: 'each',
  });
