import { Injectable } from '@nestjs/common';
import type { VisibilityScope, VisibilityStatistics } from '@auth-service/guard';
import { DataSource, type Repository } from 'typeorm';
import { TaskFollower } from './task-follower.entity.js';
import { taskTable } from './task-table.js';
import { Task } from './task.entity.js';

const PAGE_SIZE = 50;

/** Which tasks of those that are seen. */
export interface TaskWishes {
  readonly search?: string | undefined;
  readonly isDone?: boolean | undefined;
  readonly ownerId?: string | undefined;
}

/** Which page of them. */
export interface TaskPageWishes extends TaskWishes {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

type Columns = Pick<Task, 'title' | 'description' | 'isDone' | 'ownerId' | 'group' | 'visibleTo'>;

/** Tasks and who follows them. Lists take a scope: nobody can forget to ask what is visible. */
@Injectable()
export class TaskRepository {
  private readonly tasks: Repository<Task>;
  private readonly followers: Repository<TaskFollower>;

  constructor(private readonly dataSource: DataSource) {
    this.tasks = dataSource.getRepository(Task);
    this.followers = dataSource.getRepository(TaskFollower);
  }

  async page(
    scope: VisibilityScope,
    { limit = PAGE_SIZE, after, ...wishes }: TaskPageWishes,
    statistics: VisibilityStatistics,
  ) {
    const request = {
      table: taskTable,
      limit,
      filter: filterOf(wishes),
      statistics,
      ...(after !== undefined && { after }),
    };
    const { text, values } = scope.page(request);
    const page = scope.toPage(taskTable, await this.dataSource.query<TaskRow[]>(text, [...values]), limit);
    return { items: page.items.map(taskOf), next: page.next };
  }

  async count(scope: VisibilityScope, wishes: TaskWishes): Promise<number> {
    const { text, values } = scope.count(taskTable, { filter: filterOf(wishes) });
    const [row] = await this.dataSource.query<{ count: number }[]>(text, [...values]);
    return row?.count ?? 0;
  }

  /** For the guard's statements about this table. */
  query(text: string, values: unknown[]): Promise<unknown[]> {
    return this.dataSource.query<unknown[]>(text, values);
  }

  find(id: string): Promise<Task | null> {
    return this.tasks.findOneBy({ id });
  }

  insert(id: string, columns: Omit<Columns, 'isDone'>): Promise<Task> {
    return this.tasks.save({ id, ...columns });
  }

  /** @returns the task as it is now; null when there is none any more */
  async update(id: string, columns: Partial<Columns>): Promise<Task | null> {
    await this.tasks.update(id, columns);
    return this.find(id);
  }

  async delete(id: string): Promise<void> {
    await this.tasks.delete(id);
  }

  isFollower(taskId: string, userId: string): Promise<boolean> {
    return this.followers.existsBy({ taskId, userId });
  }

  async followersOf(taskId: string): Promise<string[]> {
    const followers = await this.followers.find({ where: { taskId }, order: { userId: 'ASC' } });
    return followers.map(({ userId }) => userId);
  }

  async follow(taskId: string, userId: string): Promise<void> {
    await this.followers.upsert({ taskId, userId }, ['taskId', 'userId']);
  }

  async unfollow(taskId: string, userId: string): Promise<void> {
    await this.followers.delete({ taskId, userId });
  }
}

/** Nothing of a caller's gets into the text; what they did not ask for is true of every row. */
const filterOf = ({ search, isDone, ownerId }: TaskWishes) => ({
  text: `($1::text IS NULL OR item.title ILIKE $1) AND ($2::boolean IS NULL OR item.is_done = $2)
AND ($3::uuid IS NULL OR item.owner_id = $3)`,
  values: [
    search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`,
    isDone ?? null,
    ownerId ?? null,
  ],
});

/** A row as PostgreSQL gives it. */
type TaskRow = Record<string, unknown> & {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly is_done: boolean;
  readonly owner_id: string;
  readonly vg: number;
  readonly visible_to: Task['visibleTo'];
  readonly created_at: Date;
  readonly updated_at: Date;
};

const taskOf = (row: TaskRow): Task => ({
  id: row.id,
  title: row.title,
  description: row.description,
  isDone: row.is_done,
  ownerId: row.owner_id,
  group: row.vg,
  visibleTo: row.visible_to,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
