import { type PageRequest, PageSql } from './page-sql.js';
import { branchesOf, branchRows } from './visibility-branches.js';
import { type SqlCondition, toSql, type VisibilityCondition } from './visibility-condition.js';
import type { VisibilityStatistics } from './visibility-statistics.js';
import { ITEM_ALIAS as item, type VisibleTable } from './visible-table.js';

/**
 * How a page is found. `predicate`: along the time, leaving out what is not visible; for who sees much. `branches`: the
 * newest rows of each reason for which something is visible, merged; for who sees little.
 */
export type PageShape = 'predicate' | 'branches';

/** A shape, and why it was chosen. */
export interface PageChoice {
  readonly shape: PageShape;
  /** The share of the rows that is visible; null when it is not known. */
  readonly share: number | null;
  /** How many rows the predicate is expected to look at; null when it is not known. */
  readonly predicateRows: number | null;
  /** How many rows the branches look at, at most. */
  readonly branchRows: number;
}

/** How many times fewer rows the predicate has to look at: branches are sure, and a share is only expected. */
const MARGIN = 4;

/**
 * Chooses the shape of a page by the share of the rows that is visible: the predicate looks at `limit / share` rows, the
 * branches at no more than a number known beforehand. Without statistics the branches.
 *
 * @example choosePageShape(condition, 50, statistics).shape // 'predicate' for somebody who sees most of the rows
 */
export function choosePageShape(
  condition: VisibilityCondition,
  limit: number,
  statistics?: VisibilityStatistics,
): PageChoice {
  if (condition.kind !== 'some')
    return { shape: 'predicate', share: null, predicateRows: null, branchRows: limit };
  const most = branchRows(condition, limit);
  if (statistics === undefined)
    return { shape: 'branches', share: null, predicateRows: null, branchRows: most };
  const share = statistics.shareOf(condition);
  const predicateRows = limit / share;
  const shape = predicateRows * MARGIN <= most ? 'predicate' : 'branches';
  return { shape, share, predicateRows, branchRows: most };
}

/**
 * The statement for a page of the visible rows, newest first, in the shape that {@link choosePageShape} says. Beside its
 * columns each row has `visibility_cursor`, and `visibility_followed` where the table has followers.
 *
 * @param statistics - of the table; without them the page is found by branches
 * @throws RangeError for names, a limit or a cursor that are none
 * @example
 * const { text, values } = visiblePage({ name: 'deal' }, condition, { limit: 50 }, statistics);
 * const { rows } = await pool.query(text, values);
 * const after = rows.at(-1)?.visibility_cursor; // for the next page
 */
export function visiblePage(
  table: VisibleTable,
  condition: VisibilityCondition,
  request: PageRequest,
  statistics?: VisibilityStatistics,
): SqlCondition {
  const choice = choosePageShape(condition, request.limit, statistics);
  if (choice.shape === 'branches') return branchesPage(table, condition, request);
  return predicatePage(table, condition, request, choice.branchRows);
}

/**
 * A page along the time: the predicate with ORDER BY and LIMIT.
 *
 * @param reach - at most so many rows are looked at; when the page is not full then, the same statement finds it by
 *   branches. Whoever sees only old rows would wait for seconds otherwise
 * @example predicatePage({ name: 'deal' }, { kind: 'all' }, { limit: 50, after: cursor })
 */
export function predicatePage(
  table: VisibleTable,
  condition: VisibilityCondition,
  request: PageRequest,
  reach?: number,
): SqlCondition {
  const page = new PageSql(table, request);
  if (condition.kind === 'some' && reach !== undefined) return boundedPage(page, condition, reach);
  const visible = predicateOf(page, condition);
  const me = 'me' in condition ? condition.me : undefined;
  return statement(
    page,
    `${page.select(me)} FROM ${page.from}
WHERE ${visible} AND ${page.behind} AND ${page.filter} ORDER BY ${page.order} LIMIT ${page.limit}`,
  );
}

/**
 * A page by branches: at most `limit` rows of each reason for which something is visible, each through its own index.
 *
 * @example branchesPage({ name: 'deal' }, visibilityCondition(viewer, tree), { limit: 50 })
 */
export function branchesPage(
  table: VisibleTable,
  condition: VisibilityCondition,
  request: PageRequest,
): SqlCondition {
  if (condition.kind !== 'some') return predicatePage(table, condition, request);
  const page = new PageSql(table, request);
  return statement(page, page.rowsOf(branchesOf(page, condition), condition.me));
}

type SomeCondition = Extract<VisibilityCondition, { kind: 'some' }>;

/** Rows are taken out of `looked` one by one: a page that is full soon has looked at few. */
function boundedPage(page: PageSql, condition: SomeCondition, reach: number): SqlCondition {
  const { createdAt, id } = page.table;
  const most = Math.trunc(reach);
  const isFull = `(SELECT count(*) FROM near) = ${page.limit}`;
  const isMore = `(SELECT count(*) FROM looked) = ${most}`;
  return statement(
    page,
    `WITH looked AS MATERIALIZED (
SELECT ${item}.* FROM ${page.from} WHERE ${page.behind} ORDER BY ${page.order} LIMIT ${most}
), near AS MATERIALIZED (
SELECT ${item}.${createdAt} AS created_at, ${item}.${id} AS id FROM looked AS ${item}
WHERE ${predicateOf(page, condition)} AND ${page.filter} ORDER BY ${page.order} LIMIT ${page.limit}
)
${page.rowsOf(
  `SELECT * FROM near WHERE CASE WHEN ${isFull} THEN true ELSE NOT ${isMore} END
UNION ALL SELECT * FROM (${branchesOf(page, condition)}) AS far WHERE CASE WHEN ${isFull} THEN false ELSE ${isMore} END`,
  condition.me,
)}`,
  );
}

function predicateOf({ columns, parameters }: PageSql, condition: VisibilityCondition): string {
  return parameters.addCondition(toSql(condition, columns, 1, 'set'));
}

const statement = (page: PageSql, text: string): SqlCondition => ({ text, values: page.parameters.values });
