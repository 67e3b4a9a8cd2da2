import { Injectable, NotFoundException } from '@nestjs/common';
import type { AuthenticatedUser, Permission } from '@auth-service/guard';
import type { Task } from './task.entity.js';
import { TaskRepository } from './task.repository.js';

/** Finds a task for somebody who wants to do something with it. */
@Injectable()
export class PermittedTask {
  constructor(private readonly tasks: TaskRepository) {}

  /**
   * @throws NotFoundException when there is none that they see; ForbiddenException when they see it and may not do that
   */
  async find(user: AuthenticatedUser, permission: Permission, id: string): Promise<Task> {
    const task = await this.tasks.find(id);
    if (task === null) throw new NotFoundException();
    const followerIds = (await this.tasks.isFollower(id, user.id)) ? [user.id] : [];
    await user.assertCan(permission, { ownerId: task.ownerId, level: task.visibleTo, followerIds });
    return task;
  }
}
