import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import type { VisibilityLevel } from '@auth-service/guard';
import { IfPresent } from '../http/if-present.js';
import { IsText } from '../http/is-text.js';

const LEVELS = [1, 3, 5, 7];

/** A new task of one's own. */
export class CreateTaskRequest {
  /** @example 'Call the harbour office' */
  @IsText(1, 200)
  title!: string;

  /** Empty when nothing is said. */
  @IfPresent()
  @IsText(0, 10_000)
  description?: string;

  /** 1 owner, 3 group, 5 group and below, 7 everyone; the group's default when nothing is said. */
  @IfPresent()
  @IsIn(LEVELS)
  visibleTo?: number;
}

/** A task as it shall be. */
export class UpdateTaskRequest extends CreateTaskRequest {
  @IsBoolean()
  isDone!: boolean;

  /** Another owner, with whom it moves to their group. */
  @IfPresent()
  @IsUUID()
  ownerId?: string;
}

/** Which tasks are wanted. */
export class TaskFilter {
  /** Part of the title. */
  @IfPresent()
  @IsText(1, 100)
  search?: string;

  @IfPresent()
  @IsBoolean()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  isDone?: boolean;

  @IfPresent()
  @IsUUID()
  ownerId?: string;
}

/** Which page of them. */
export class TaskQuery extends TaskFilter {
  /** Tasks on a page; 50 when nothing is said. */
  @IfPresent()
  @Max(200)
  @Min(1)
  @IsInt()
  @Type(() => Number)
  limit?: number;

  /** `next` of the page before. */
  @IfPresent()
  @IsText(1, 200)
  after?: string;
}

/** A task. */
export class TaskResponse {
  id!: string;
  title!: string;
  description!: string;
  isDone!: boolean;
  ownerId!: string;
  /** 1 owner, 3 group, 5 group and below, 7 everyone. */
  visibleTo!: VisibilityLevel;
  createdAt!: Date;
  updatedAt!: Date;
}

/** A page of tasks, newest first. */
export class TaskPage {
  items!: TaskResponse[];
  /** For `after` of the next page; null at the end. A page may be shorter than asked for and not the last. */
  next!: string | null;
}

/** How many tasks there are. */
export class TaskCount {
  count!: number;
}

/** Who sees a task whatever its level. */
export class FollowerList {
  userIds!: string[];
}
