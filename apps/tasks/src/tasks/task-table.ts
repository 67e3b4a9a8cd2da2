import type { VisibleTable } from '@auth-service/guard';

/** Where the guard's statements find tasks and who follows them. */
export const taskTable: VisibleTable = {
  name: 'task',
  followers: { name: 'task_follower', item: 'task_id' },
};
