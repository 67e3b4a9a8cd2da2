import type { AuthorizationReplica, AuthorizationUpdate, VisibleTable } from '@auth-service/authorization';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Knowledge } from '../following/knowledge.js';
import { GroupKeeper, type GroupKeeperOptions, type ReconcileOptions, type RunSql } from './group-keeper.js';

/** How long it waits after a failure of the database. */
const PAUSE_MS = 2_000;

/** What a table's rows may lag behind. */
interface Behind {
  /** Every row is to be compared. */
  all: boolean;
  /** Owners whose rows are to be looked at. */
  readonly users: Set<string>;
}

/** How a table is kept. */
export type KeepOptions = GroupKeeperOptions & Pick<ReconcileOptions, 'onProgress'>;

/**
 * Keeps the groups of this service's rows equal to their owners' (rule V6), from the changes that the guard follows anyway.
 * Any number of instances may do so at once.
 *
 * @example
 * ```ts
 * @Injectable()
 * export class DealGroups implements OnApplicationBootstrap {
 *   constructor(private readonly keeping: GroupKeeping, private readonly dataSource: DataSource) {}
 *   onApplicationBootstrap() {
 *     this.keeping.keep(deals, (text, values) => this.dataSource.query(text, values));
 *   }
 * }
 * ```
 */
@Injectable()
export class GroupKeeping implements OnModuleDestroy {
  private readonly logger = new Logger('AuthGuard');
  private readonly closing = new AbortController();
  private readonly ended: (() => void)[] = [];

  constructor(private readonly knowledge: Knowledge) {}

  /**
   * Compares all rows of a table now, and after each new snapshot; moves those of an owner when the owner moves; until the
   * application closes. Failures of the database are logged, and tried again.
   */
  keep(table: VisibleTable, run: RunSql, { onProgress, ...options }: KeepOptions = {}): void {
    const keeper = new GroupKeeper(table, run, options);
    const behind: Behind = { all: true, users: new Set() };
    let wake: () => void = () => undefined;
    this.ended.push(
      this.knowledge.onChange((update) => {
        note(behind, update);
        wake();
      }),
    );
    const work = async (): Promise<void> => {
      while (!this.closing.signal.aborted) {
        const { replica } = this.knowledge;
        if (replica === null || !(behind.all || behind.users.size > 0)) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        await this.catchUp(keeper, replica, behind, onProgress);
      }
    };
    this.closing.signal.addEventListener('abort', () => wake());
    void work();
  }

  onModuleDestroy(): void {
    this.closing.abort();
    for (const end of this.ended) end();
  }

  private async catchUp(
    keeper: GroupKeeper,
    replica: AuthorizationReplica,
    behind: Behind,
    onProgress: ReconcileOptions['onProgress'],
  ): Promise<void> {
    const { signal } = this.closing;
    const groupOf = (userId: string) => replica.model.groupOf(replica.subject(userId));
    const { all, users } = { all: behind.all, users: [...behind.users] };
    behind.all = false;
    behind.users.clear();
    try {
      if (all) await keeper.reconcile(groupOf, { signal, ...(onProgress && { onProgress }) });
      else for (const userId of users) await keeper.move(userId, groupOf(userId));
    } catch (error) {
      if (signal.aborted) return;
      behind.all ||= all;
      for (const userId of users) behind.users.add(userId);
      this.logger.warn(`Groups of rows are behind and will be tried again: ${String(error)}`);
      await sleep(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

/** Notes what a change may have moved: all, after a new snapshot and when groups came, went or moved. */
function note(behind: Behind, update: AuthorizationUpdate | null): void {
  if (update?.groups !== null) behind.all = true;
  else for (const { id } of update.users) behind.users.add(id);
}
