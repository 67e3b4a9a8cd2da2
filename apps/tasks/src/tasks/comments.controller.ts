import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { AuthenticatedUser, CurrentUser, RequirePermission } from '@auth-service/guard';
import { v7 as newId } from 'uuid';
import { CommentList, CommentResponse, CreateCommentRequest } from './comment.dto.js';
import { CommentRepository } from './comment.repository.js';
import { PermittedTask } from './permitted-task.js';

/** Comments have no visibility of their own: whoever sees the task sees them, and nobody else. */
@Controller('tasks/:id/comments')
export class CommentsController {
  constructor(
    private readonly permitted: PermittedTask,
    private readonly comments: CommentRepository,
  ) {}

  /** What was said of a task. */
  @Get()
  @RequirePermission('task:read')
  async list(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CommentList> {
    await this.permitted.find(user, 'task:read', id);
    return { items: await this.comments.listOf(id) };
  }

  /** Say something of a task. */
  @Post()
  @RequirePermission('task:comment')
  async create(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: CreateCommentRequest,
  ): Promise<CommentResponse> {
    await this.permitted.find(user, 'task:comment', id);
    return this.comments.insert({ id: newId(), taskId: id, authorId: user.id, text });
  }
}
