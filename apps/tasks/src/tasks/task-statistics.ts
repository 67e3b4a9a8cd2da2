import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { statisticsSql, type VisibilityCount, VisibilityStatistics } from '@auth-service/guard';
import { taskTable } from './task-table.js';
import { TaskRepository } from './task.repository.js';

const HOUR_MS = 3_600_000;

/** How tasks spread over groups and levels. By it a page is found in the faster of two ways; old figures do no harm. */
@Injectable()
export class TaskStatistics implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(TaskStatistics.name);
  private counted = new VisibilityStatistics([]);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly tasks: TaskRepository) {}

  get current(): VisibilityStatistics {
    return this.counted;
  }

  async onModuleInit(): Promise<void> {
    await this.count();
    this.timer = setInterval(() => void this.recount(), HOUR_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Counts the newest tasks: milliseconds, however many there are. */
  async count(): Promise<void> {
    const rows = await this.tasks.query(statisticsSql(taskTable), []);
    this.counted = new VisibilityStatistics(rows as VisibilityCount[]);
  }

  private async recount(): Promise<void> {
    await this.count().catch((error: unknown) =>
      this.logger.warn(`Tasks were not counted: ${String(error)}`),
    );
  }
}
