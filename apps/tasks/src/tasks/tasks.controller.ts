import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  AuthenticatedUser,
  CurrentUser,
  RequirePermission,
  Visible,
  VisibilityScope,
} from '@auth-service/guard';
import {
  CreateTaskRequest,
  TaskCount,
  TaskFilter,
  TaskPage,
  TaskQuery,
  TaskResponse,
  UpdateTaskRequest,
} from './task.dto.js';
import { TasksService } from './tasks.service.js';

@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  /** The visible tasks, newest first. */
  @Get()
  @RequirePermission('task:read')
  list(@Visible('task') scope: VisibilityScope, @Query() query: TaskQuery): Promise<TaskPage> {
    return this.tasks.list(scope, query);
  }

  /** How many of them there are. */
  @Get('count')
  @RequirePermission('task:read')
  async count(@Visible('task') scope: VisibilityScope, @Query() filter: TaskFilter): Promise<TaskCount> {
    return { count: await this.tasks.count(scope, filter) };
  }

  /** Read a task; 404 for one that the caller does not see. */
  @Get(':id')
  @RequirePermission('task:read')
  get(@CurrentUser() user: AuthenticatedUser, @Param('id', ParseUUIDPipe) id: string): Promise<TaskResponse> {
    return this.tasks.get(user, id);
  }

  /** Make a task of one's own. Another level than the default needs `task:change_visibility`. */
  @Post()
  @RequirePermission('task:create')
  create(@Visible('task') scope: VisibilityScope, @Body() task: CreateTaskRequest): Promise<TaskResponse> {
    return this.tasks.create(scope, task);
  }

  /** Replace a task. Other people's tasks need `task:update_any`. */
  @Put(':id')
  @RequirePermission('task:update')
  update(
    @CurrentUser() user: AuthenticatedUser,
    @Visible('task') scope: VisibilityScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() task: UpdateTaskRequest,
  ): Promise<TaskResponse> {
    return this.tasks.update(user, scope, id, task);
  }

  /** Delete a task. Other people's tasks need `task:delete_any`. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('task:delete')
  remove(@CurrentUser() user: AuthenticatedUser, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.tasks.remove(user, id);
  }
}
