import type { ResourceDeclaration } from '@auth-service/guard';

/** What roles can be made of; the guard registers it at every start. */
export const taskResource: ResourceDeclaration = {
  key: 'task',
  description: 'Tasks of people',
  actions: {
    read: 'See tasks that are visible',
    create: 'Make tasks',
    update: 'Change own tasks',
    update_any: "Change other people's visible tasks",
    delete: 'Delete own tasks',
    delete_any: "Delete other people's visible tasks",
    comment: 'Comment on visible tasks',
    change_visibility: 'Choose another level of visibility than the default',
    view_all: 'See all tasks, whatever their level',
  },
};
