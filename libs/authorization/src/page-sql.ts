import { type PageCursor, parseCursor } from './page-cursor.js';
import { SqlParameters } from './sql-parameters.js';
import type { SqlCondition, VisibilityColumns } from './visibility-condition.js';
import {
  columnsOf,
  ITEM_ALIAS as item,
  quoted,
  type QuotedTable,
  quoteName,
  type VisibleTable,
} from './visible-table.js';

/** The most rows that one page may have. */
export const MAX_PAGE_ROWS = 1000;

/** Which rows of a list are wanted: the newest, or those behind a cursor. */
export interface PageRequest {
  /** At most how many rows, up to {@link MAX_PAGE_ROWS}. */
  readonly limit: number;
  /** `visibility_cursor` of the last row of the page before. */
  readonly after?: string;
  /** A further condition, written by a programmer; the row is called `item`, parameters are numbered from `$1`. */
  readonly filter?: SqlCondition;
  /** Names of the columns that are wanted; all when nothing is said. */
  readonly columns?: readonly string[];
}

/** What all statements for pages of a table are made of. */
export class PageSql {
  readonly parameters = new SqlParameters();
  readonly table: QuotedTable;
  readonly columns: VisibilityColumns;
  readonly limit: number;
  /** Newest first; rows of one moment by their key. */
  readonly order: string;
  /** True behind the cursor. */
  readonly behind: string;
  /** The request's own condition. */
  readonly filter: string;
  readonly #wanted: readonly string[] | undefined;

  /** @throws RangeError for a limit that is none, a name that is none, or a cursor that is none */
  constructor(table: VisibleTable, { limit, after, filter, columns }: PageRequest) {
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE_ROWS)
      throw new RangeError(`a page has 1 to ${MAX_PAGE_ROWS} rows`);
    this.limit = limit;
    this.table = quoted(table);
    this.columns = columnsOf(this.table);
    this.#wanted = columns?.map((name) => `${item}.${quoteName(name)}`);
    const { createdAt, id } = this.table;
    this.order = `${item}.${createdAt} DESC, ${item}.${id} DESC`;
    this.behind = after === undefined ? 'true' : this.#behind(parseCursor(after, table.idType));
    this.filter = filter === undefined ? 'true' : `(${this.parameters.addCondition(filter)})`;
  }

  /** The table, its rows called `item`. */
  get from(): string {
    return `${this.table.name} AS ${item}`;
  }

  /** What each row of a page has. */
  select(me?: string): string {
    const { createdAt, id, followers } = this.table;
    const columns = [
      ...(this.#wanted ?? [`${item}.*`]),
      `(to_json(${item}.${createdAt}) #>> '{}') || '~' || ${item}.${id} AS visibility_cursor`,
    ];
    if (me !== undefined && this.columns.followed !== undefined && followers !== null)
      columns.push(
        `${this.columns.followed.replaceAll('$me', () => this.parameters.add(me))} AS visibility_followed`,
      );
    return `SELECT ${columns.join(', ')}`;
  }

  /** The keys of the newest wanted rows that fit a condition. */
  newest(fits: string, from = this.from, limit = this.limit): string {
    const { createdAt, id } = this.table;
    return `SELECT ${item}.${createdAt} AS created_at, ${item}.${id} AS id FROM ${from}
WHERE ${fits} AND ${this.behind} AND ${this.filter} ORDER BY ${this.order} LIMIT ${limit}`;
  }

  /** The keys of the newest wanted rows of each place. */
  newestOfEach(places: string, fits: string): string {
    return `SELECT newest.created_at, newest.id FROM ${places} CROSS JOIN LATERAL (${this.newest(fits)}) AS newest`;
  }

  /** The rows of which a statement gives the keys. */
  rowsOf(keys: string, me: string): string {
    return `${this.select(me)} FROM (${keys}) AS page JOIN ${this.from} ON ${item}.${this.table.id} = page.id
ORDER BY page.created_at DESC, page.id DESC`;
  }

  #behind({ createdAt, id }: PageCursor): string {
    const names = `(${item}.${this.table.createdAt}, ${item}.${this.table.id})`;
    return `${names} < (${this.parameters.add(createdAt)}, ${this.parameters.add(id)})`;
  }
}
