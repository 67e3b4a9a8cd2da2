import {
  type AuthorizationModel,
  type AuthorizationUpdate,
  ITEM_ALIAS as item,
  quoted,
  type QuotedTable,
  type VisibleTable,
} from '@auth-service/authorization';

/** Runs a statement and gives its rows. */
export type RunSql = (text: string, values: unknown[]) => Promise<readonly unknown[]>;

/** A user, and the number of the group in which they are now. */
export interface GroupMove {
  readonly userId: string;
  readonly group: number;
}

/** How a {@link GroupKeeper} works. */
export interface GroupKeeperOptions {
  /** How many rows are rewritten in one statement, and so locked together; 1,000 when nothing is said. */
  readonly batchSize?: number;
}

/** How far comparing everything has come. */
export interface ReconcileProgress {
  /** The owner up to whom everything is right: for `after`, to go on from there. */
  readonly after: string;
  readonly owners: number;
  readonly moved: number;
}

/** Where comparing everything begins, and who wants to hear how far it is. */
export interface ReconcileOptions {
  readonly after?: string;
  readonly onProgress?: (progress: ReconcileProgress) => void;
  readonly signal?: AbortSignal;
}

/** Owners who are compared in one statement. */
const OWNERS_AT_ONCE = 200;

/** The moves in an update; users who have not moved are among them, and cost one look at an index. */
export function movesOf({ users }: AuthorizationUpdate, model: AuthorizationModel): GroupMove[] {
  return users.map((user) => ({ userId: user.id, group: model.groupOf(user) }));
}

/**
 * Keeps the groups of a table's rows equal to their owners' (rule V6). Pinned rows are left alone. Everything may be done
 * twice and by several instances: a row ends in the group that was said last.
 *
 * @example
 * const keeper = new GroupKeeper({ name: 'deal' }, (text, values) => dataSource.query(text, values));
 * await keeper.reconcile((owner) => replica.model.groupOf(replica.subject(owner)));
 * for (const { userId, group } of movesOf(update, replica.model)) await keeper.move(userId, group);
 */
export class GroupKeeper {
  readonly #table: QuotedTable;
  readonly #batchSize: number;

  constructor(
    table: VisibleTable,
    private readonly run: RunSql,
    { batchSize = 1000 }: GroupKeeperOptions = {},
  ) {
    this.#table = quoted(table);
    this.#batchSize = batchSize;
  }

  /**
   * Rewrites the rows of one owner, batch by batch.
   *
   * @returns how many rows were in another group
   */
  async move(userId: string, group: number): Promise<number> {
    let moved = 0;
    for (let last: unknown[] = []; ;) {
      const [batch] = (await this.run(this.#moveSql(last.length > 0), [userId, group, ...last])) as Batch[];
      if (batch === undefined) return moved;
      moved += batch.moved;
      last = [batch.createdAt, batch.id];
    }
  }

  /**
   * Follows moves, one after the other, until there are no more of them. After an error, and wherever moves may have been
   * missed, {@link reconcile} makes everything right again.
   */
  async follow(moves: AsyncIterable<GroupMove>): Promise<void> {
    for await (const { userId, group } of moves) await this.move(userId, group);
  }

  /**
   * Compares all rows with their owners' groups and rewrites those that differ.
   *
   * @param groupOf - the number of a user's group as it is now
   * @returns how many owners were compared, and how many rows rewritten
   */
  async reconcile(
    groupOf: (userId: string) => number,
    { after, onProgress, signal }: ReconcileOptions = {},
  ): Promise<Omit<ReconcileProgress, 'after'>> {
    let done = { owners: 0, moved: 0 };
    for (let last = after; ;) {
      signal?.throwIfAborted();
      const owners = await this.#ownersAfter(last);
      last = owners.at(-1);
      if (last === undefined) return done;
      const moved = await this.#correct(owners, groupOf);
      done = { owners: done.owners + owners.length, moved: done.moved + moved };
      onProgress?.({ after: last, ...done });
    }
  }

  async #correct(owners: readonly string[], groupOf: (userId: string) => number): Promise<number> {
    const { name, owner, group } = this.#table;
    const rows = (await this.run(
      `SELECT DISTINCT ${item}.${owner} AS "userId", ${item}.${group} AS "group" FROM ${name} AS ${item}
WHERE ${item}.${owner} = ANY($1)${this.#loose}`,
      [owners],
    )) as GroupMove[];
    const wrong = new Set(
      rows.filter(({ userId, group }) => group !== groupOf(userId)).map(({ userId }) => userId),
    );
    let moved = 0;
    for (const userId of wrong) moved += await this.move(userId, groupOf(userId));
    return moved;
  }

  /** The next owners, each by one look at the index: most have many rows. */
  async #ownersAfter(last: string | undefined): Promise<string[]> {
    const { name, owner } = this.#table;
    const next = (bound: string) =>
      `(SELECT ${item}.${owner} FROM ${name} AS ${item} WHERE ${bound} ORDER BY ${item}.${owner} LIMIT 1)`;
    const first = last === undefined ? `${item}.${owner} IS NOT NULL` : `${item}.${owner} > $1`;
    const rows = (await this.run(
      `WITH RECURSIVE owners (id) AS (${next(first)}
UNION ALL SELECT ${next(`${item}.${owner} > owners.id`)} FROM owners WHERE owners.id IS NOT NULL)
SELECT id FROM owners WHERE id IS NOT NULL LIMIT ${OWNERS_AT_ONCE}`,
      last === undefined ? [] : [last],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Leaves out rows that stay where they are. */
  get #loose(): string {
    return this.#table.pinned === null ? '' : ` AND NOT ${item}.${this.#table.pinned}`;
  }

  /** Locks in one order, so that two keepers never wait for each other. */
  #moveSql(isContinued: boolean): string {
    const { name, id, createdAt, owner, group } = this.#table;
    const key = `(${item}.${createdAt}, ${item}.${id})`;
    return `WITH batch AS (
SELECT ${item}.${createdAt} AS created_at, ${item}.${id} AS id FROM ${name} AS ${item}
WHERE ${item}.${owner} = $1 AND ${item}.${group} <> $2${this.#loose}${isContinued ? ` AND ${key} < ($3, $4)` : ''}
ORDER BY ${item}.${createdAt} DESC, ${item}.${id} DESC LIMIT ${this.#batchSize} FOR UPDATE
), moved AS (UPDATE ${name} AS ${item} SET ${group} = $2 FROM batch WHERE ${item}.${id} = batch.id RETURNING 1)
SELECT to_json(created_at) #>> '{}' AS "createdAt", id, (SELECT count(*)::int FROM moved) AS moved
FROM batch ORDER BY created_at, batch.id LIMIT 1`;
  }
}

/** What one statement of a move did, and the last row at which it looked. */
interface Batch {
  readonly createdAt: string;
  readonly id: unknown;
  readonly moved: number;
}
