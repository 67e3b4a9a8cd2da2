import type { VisibilityCondition } from './visibility-condition.js';
import type { VisibilityLevel } from './visibility.js';
import { quoted, type VisibleTable } from './visible-table.js';

/** How many rows of a group have a level. */
export interface VisibilityCount {
  readonly group: number;
  readonly level: VisibilityLevel;
  readonly rows: number;
}

/** How many of the newest rows are counted: enough to tell a hundredth, and counted in milliseconds. */
const COUNTED_ROWS = 10_000;

/**
 * The statement that counts the newest rows of a table by group and level. Its rows make {@link VisibilityStatistics}.
 *
 * @param newest - how many rows are looked at
 * @example const { rows } = await pool.query(statisticsSql({ name: 'deal' }))
 */
export function statisticsSql(table: VisibleTable, newest = COUNTED_ROWS): string {
  const { name, id, createdAt, group, level } = quoted(table);
  return `SELECT "group", "level", count(*)::float8 AS "rows" FROM (
  SELECT ${group} AS "group", ${level} AS "level" FROM ${name} ORDER BY ${createdAt} DESC, ${id} DESC LIMIT ${Math.trunc(newest)}
) AS newest GROUP BY 1, 2`;
}

/**
 * How a table's rows spread over groups and levels. Needs no care: a choice made by old figures gives the same rows, only
 * slower.
 *
 * @example
 * const statistics = new VisibilityStatistics((await pool.query(statisticsSql(table))).rows);
 * statistics.shareOf(condition); // 0.25: every fourth row is visible
 */
export class VisibilityStatistics {
  readonly total: number;
  readonly #everyone: number;
  /** Rows that are not for everyone, by group and level. */
  readonly #groups = new Map<number, Map<VisibilityLevel, number>>();

  constructor(counts: Iterable<VisibilityCount>) {
    let total = 0;
    let everyone = 0;
    for (const { group, level, rows } of counts) {
      total += rows;
      if (level === 7) everyone += rows;
      else {
        const levels = this.#groups.get(group) ?? new Map<VisibilityLevel, number>();
        this.#groups.set(group, levels.set(level, (levels.get(level) ?? 0) + rows));
      }
    }
    this.total = total;
    this.#everyone = everyone;
  }

  /** The share of the counted rows that is visible by group or level, from 0 to 1; own and followed rows are not counted. */
  shareOf(condition: VisibilityCondition): number {
    if (condition.kind !== 'some') return condition.kind === 'all' ? 1 : 0;
    if (this.total === 0) return 0;
    const below = new Set(condition.below);
    let seen = this.#everyone;
    for (const group of below) seen += this.#rowsOf(group, [1, 3, 5]);
    if (!below.has(condition.mine)) seen += this.#rowsOf(condition.mine, [3, 5]);
    for (const group of condition.above) if (!below.has(group)) seen += this.#rowsOf(group, [5]);
    return seen / this.total;
  }

  #rowsOf(group: number, levels: readonly VisibilityLevel[]): number {
    const counts = this.#groups.get(group);
    if (counts === undefined) return 0;
    return levels.reduce((sum, level) => sum + (counts.get(level) ?? 0), 0);
  }
}
