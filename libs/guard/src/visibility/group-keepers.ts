import type { AuthorizationUpdate, VisibleTable } from '@auth-service/authorization';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Knowledge } from '../following/knowledge.js';
import { GroupKeeper, type GroupKeeperOptions, type ReconcileOptions, type RunSql } from './group-keeper.js';

/** After an error. */
const PAUSE_MS = 5_000;
/** A row that was written while its owner moved may have missed the move. */
const RECONCILE_MS = 3_600_000;

/** How a table is kept. */
export type KeepOptions = GroupKeeperOptions & Pick<ReconcileOptions, 'onProgress'>;

/** Keeps the groups of tables' rows equal to their owners' (rule V6), for as long as the application runs. */
@Injectable()
export class GroupKeepers implements OnModuleDestroy {
  private readonly logger = new Logger('AuthGuard');
  private readonly closing = new AbortController();
  private readonly kept = new Set<Promise<void>>();

  constructor(private readonly knowledge: Knowledge) {}

  /**
   * The number of the group in which a user is now: in it counts what they get.
   *
   * @throws Error before the first snapshot, when no route is open yet
   */
  groupOf(userId: string): number {
    const { replica } = this.knowledge;
    if (replica === null) throw new Error('nothing is known yet');
    return replica.model.groupOf(replica.subject(userId));
  }

  /**
   * Keeps a table from now on: once all of it, then whatever moves. Several instances may keep the same table.
   *
   * @example keepers.keep({ name: 'deal' }, (text, values) => dataSource.query(text, values));
   */
  keep(table: VisibleTable, run: RunSql, { onProgress, ...options }: KeepOptions = {}): void {
    const kept = this.work(new GroupKeeper(table, run, options), onProgress).finally(() =>
      this.kept.delete(kept),
    );
    this.kept.add(kept);
  }

  /** Ends before the application closes its database. */
  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.kept);
  }

  private get isClosing(): boolean {
    return this.closing.signal.aborted;
  }

  private async work(keeper: GroupKeeper, onProgress: KeepOptions['onProgress']): Promise<void> {
    const missed = new MissedMoves(this.closing.signal);
    const stop = this.knowledge.onChange((update) => missed.note(update));
    while (!this.isClosing) {
      try {
        if (this.knowledge.replica !== null) await this.settle(keeper, missed, onProgress);
        await missed.next();
      } catch (error) {
        missed.note(null);
        await this.rest(error);
      }
    }
    stop();
  }

  private async rest(error: unknown): Promise<void> {
    if (this.isClosing) return;
    this.logger.error(`The groups of rows are not kept at the moment: ${String(error)}`);
    const { signal } = this.closing;
    await sleep(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }

  private async settle(
    keeper: GroupKeeper,
    missed: MissedMoves,
    onProgress: KeepOptions['onProgress'],
  ): Promise<void> {
    const { signal } = this.closing;
    const options = { signal, ...(onProgress && { onProgress }) };
    if (missed.takeAll()) await keeper.reconcile((userId) => this.groupOf(userId), options);
    for (let userId = missed.take(); userId !== undefined; userId = missed.take()) {
      signal.throwIfAborted();
      await keeper.move(userId, this.groupOf(userId));
    }
  }
}

/** Whose rows have not been looked at since something was heard of them. */
class MissedMoves {
  private readonly users = new Set<string>();
  private isAll = true;
  private isNoted = false;
  private wake = (): void => undefined;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.wake());
  }

  /** @param update - null after a new snapshot: anybody may have moved then, as when groups came, went or moved */
  note(update: AuthorizationUpdate | null): void {
    if (update?.groups !== null) this.isAll = true;
    else for (const { id } of update.users) this.users.add(id);
    this.isNoted = true;
    this.wake();
  }

  /** @returns whether anybody may have moved */
  takeAll(): boolean {
    const { isAll } = this;
    this.isAll = false;
    if (isAll) this.users.clear();
    return isAll;
  }

  take(): string | undefined {
    const [userId] = this.users;
    if (userId !== undefined) this.users.delete(userId);
    return userId;
  }

  /** Waits until something is noted that was not there at the last call. */
  async next(): Promise<void> {
    if (!this.isNoted && !this.signal.aborted) await this.noted();
    this.isNoted = false;
  }

  private noted(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.note(null), RECONCILE_MS).unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
