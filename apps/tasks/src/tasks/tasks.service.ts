import { BadRequestException, Injectable, NotFoundException } from '@nestjs/common';
import { type AuthenticatedUser, GroupKeepers, OtherUsers, type VisibilityScope } from '@auth-service/guard';
import { v7 as newId } from 'uuid';
import { PermittedTask } from './permitted-task.js';
import { TaskStatistics } from './task-statistics.js';
import type { CreateTaskRequest, TaskPage, TaskResponse, UpdateTaskRequest } from './task.dto.js';
import type { Task } from './task.entity.js';
import { type TaskPageWishes, TaskRepository, type TaskWishes } from './task.repository.js';

/** What can be done with tasks, by whom. */
@Injectable()
export class TasksService {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly statistics: TaskStatistics,
    private readonly permitted: PermittedTask,
    private readonly groups: GroupKeepers,
    private readonly others: OtherUsers,
  ) {}

  async list(scope: VisibilityScope, wishes: TaskPageWishes): Promise<TaskPage> {
    const { items, next } = await this.tasks.page(scope, wishes, this.statistics.current);
    return { items: items.map(toResponse), next };
  }

  count(scope: VisibilityScope, wishes: TaskWishes): Promise<number> {
    return this.tasks.count(scope, wishes);
  }

  async get(user: AuthenticatedUser, id: string): Promise<TaskResponse> {
    return toResponse(await this.permitted.find(user, 'task:read', id));
  }

  /** @throws ForbiddenException for a level that its maker may not choose */
  async create(
    scope: VisibilityScope,
    { visibleTo, description = '', ...text }: CreateTaskRequest,
  ): Promise<TaskResponse> {
    const { ownerId, group, level } = scope.newItem(visibleTo);
    return toResponse(
      await this.tasks.insert(newId(), { ...text, description, ownerId, group, visibleTo: level }),
    );
  }

  /** Whoever becomes the owner, level and followers stay. */
  async update(
    user: AuthenticatedUser,
    scope: VisibilityScope,
    id: string,
    { visibleTo, ownerId, description = '', ...content }: UpdateTaskRequest,
  ): Promise<TaskResponse> {
    const task = await this.permitted.find(user, 'task:update', id);
    const level = visibleTo ?? task.visibleTo;
    if (level !== task.visibleTo) scope.assertLevel(level);
    if (ownerId !== undefined && ownerId !== task.ownerId) await this.assertReader('ownerId', ownerId);
    const owner = ownerId === undefined ? {} : { ownerId, group: this.groups.groupOf(ownerId) };
    const updated = await this.tasks.update(id, {
      ...content,
      description,
      ...owner,
      visibleTo: level,
    });
    if (updated === null) throw new NotFoundException();
    return toResponse(updated);
  }

  async remove(user: AuthenticatedUser, id: string): Promise<void> {
    await this.permitted.find(user, 'task:delete', id);
    await this.tasks.delete(id);
  }

  async listFollowers(user: AuthenticatedUser, id: string): Promise<string[]> {
    await this.permitted.find(user, 'task:read', id);
    return this.tasks.followersOf(id);
  }

  /** Shows the task to somebody. */
  async follow(user: AuthenticatedUser, id: string, followerId: string): Promise<void> {
    await this.permitted.find(user, 'task:update', id);
    await this.assertReader('userId', followerId);
    await this.tasks.follow(id, followerId);
  }

  /** Everybody may stop following; whoever may change the task may end it for others. */
  async unfollow(user: AuthenticatedUser, id: string, followerId: string): Promise<void> {
    await this.permitted.find(user, followerId === user.id ? 'task:read' : 'task:update', id);
    await this.tasks.unfollow(id, followerId);
  }

  /** A task given to nobody would be lost; to somebody who may read none, as good as lost. */
  private async assertReader(field: string, userId: string): Promise<void> {
    if (await this.others.can(userId, 'task:read')) return;
    throw new BadRequestException([`${field} must be somebody who may read tasks`]);
  }
}

const toResponse = ({ group: _, ...task }: Task): TaskResponse => task;
