import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { AuthenticatedUser, CurrentUser, RequirePermission } from '@auth-service/guard';
import { FollowerList } from './task.dto.js';
import { TasksService } from './tasks.service.js';

/** Who sees a task whatever its level. */
@Controller('tasks/:id/followers')
export class FollowersController {
  constructor(private readonly tasks: TasksService) {}

  /** Who follows a task. */
  @Get()
  @RequirePermission('task:read')
  async list(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FollowerList> {
    return { userIds: await this.tasks.listFollowers(user, id) };
  }

  /** Show a task to somebody. */
  @Put(':userId')
  @HttpCode(204)
  @RequirePermission('task:update')
  follow(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('userId', ParseUUIDPipe) followerId: string,
  ): Promise<void> {
    return this.tasks.follow(user, id, followerId);
  }

  /** Take that back; everybody may for themselves. */
  @Delete(':userId')
  @HttpCode(204)
  @RequirePermission('task:read')
  unfollow(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('userId', ParseUUIDPipe) followerId: string,
  ): Promise<void> {
    return this.tasks.unfollow(user, id, followerId);
  }
}
