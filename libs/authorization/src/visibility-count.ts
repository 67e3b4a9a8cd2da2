import { SqlParameters } from './sql-parameters.js';
import { type SqlCondition, toSql, type VisibilityCondition } from './visibility-condition.js';
import { columnsOf, ITEM_ALIAS as item, quoted, type VisibleTable } from './visible-table.js';

/** What is counted. */
export interface CountRequest {
  /** A further condition, written by a programmer; the row is called `item`, parameters are numbered from `$1`. */
  readonly filter?: SqlCondition;
  /** Counting ends there: "more than 1,000" costs milliseconds where the exact number costs seconds. */
  readonly upTo?: number;
}

/**
 * The statement that counts the visible rows, as `count`.
 *
 * @throws RangeError for names or a bound that are none
 * @example
 * const { text, values } = visibleCount({ name: 'deal' }, condition, { upTo: 1001 });
 * const [{ count }] = (await pool.query(text, values)).rows; // 1001: more than 1,000
 */
export function visibleCount(
  table: VisibleTable,
  condition: VisibilityCondition,
  { filter, upTo }: CountRequest = {},
): SqlCondition {
  if (upTo !== undefined && (!Number.isSafeInteger(upTo) || upTo < 1))
    throw new RangeError('upTo is a number of rows');
  const names = quoted(table);
  const { followed, ...columns } = columnsOf(names);
  const parameters = new SqlParameters();
  const wanted = filter === undefined ? 'true' : `(${parameters.addCondition(filter)})`;
  const visible = parameters.addCondition(toSql(condition, columns));
  const rows = (fits: string) => `SELECT 1 FROM ${names.name} AS ${item} WHERE ${fits} AND ${wanted}`;
  const parts = [rows(visible)];
  // Apart from the rest: together with it no index could be used.
  if (followed !== undefined && condition.kind === 'some') {
    const isFollowed = followed.replaceAll('$me', () => parameters.add(condition.me));
    parts.push(rows(`${isFollowed} AND ${visible} IS NOT TRUE`));
  }
  const limit = upTo === undefined ? '' : ` LIMIT ${upTo}`;
  return {
    text: `SELECT count(*)::float8 AS count FROM (${parts.join('\nUNION ALL ')}${limit}) AS visible`,
    values: parameters.values,
  };
}
