import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { TaskComment } from './task-comment.entity.js';

const MAX_LISTED = 200;

/** Comments on tasks. */
@Injectable()
export class CommentRepository {
  private readonly comments: Repository<TaskComment>;

  constructor(dataSource: DataSource) {
    this.comments = dataSource.getRepository(TaskComment);
  }

  insert(comment: Omit<TaskComment, 'createdAt'>): Promise<TaskComment> {
    return this.comments.save(comment);
  }

  listOf(taskId: string): Promise<TaskComment[]> {
    return this.comments.find({
      where: { taskId },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: MAX_LISTED,
    });
  }
}
