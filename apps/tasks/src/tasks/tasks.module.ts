import { Module, type OnModuleInit } from '@nestjs/common';
import { GroupKeepers } from '@auth-service/guard';
import { CommentRepository } from './comment.repository.js';
import { CommentsController } from './comments.controller.js';
import { FollowersController } from './followers.controller.js';
import { PermittedTask } from './permitted-task.js';
import { TaskStatistics } from './task-statistics.js';
import { taskTable } from './task-table.js';
import { TaskRepository } from './task.repository.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';

/** Owns tasks, their followers and comments. Who may do and see what comes from the auth service. */
@Module({
  controllers: [TasksController, FollowersController, CommentsController],
  providers: [TaskStatistics, TaskRepository, CommentRepository, PermittedTask, TasksService],
})
export class TasksModule implements OnModuleInit {
  constructor(
    private readonly keepers: GroupKeepers,
    private readonly tasks: TaskRepository,
  ) {}

  /** Tasks move along when their owners do. */
  onModuleInit(): void {
    this.keepers.keep(taskTable, (text, values) => this.tasks.query(text, values));
  }
}
