import type { GroupTree } from './group-tree.js';
import type { Viewer } from './visibility.js';

/** Which items of a list somebody may reach, as data: everything, nothing, their own, or those that fit. */
export type VisibilityCondition =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'own'; readonly me: string }
  | {
      readonly kind: 'some';
      /** The viewer's id: own and followed items. */
      readonly me: string;
      /** Items of this group from level 3 on. */
      readonly mine: number;
      /** Items of these groups at every level. */
      readonly below: readonly number[];
      /** Items of these groups from level 5 on. */
      readonly above: readonly number[];
    };

/**
 * What {@link isVisible} says, as a condition on a list.
 *
 * @param viewer - null for somebody who is not active: they see nothing
 * @example
 * const tree = new GroupTree([{ number: 1, parent: null }, { number: 2, parent: 1 }]);
 * visibilityCondition({ id: 'ann', group: 1, managed: [], viewsAll: false }, tree);
 * // { kind: 'some', me: 'ann', mine: 1, below: [2], above: [] }
 */
export function visibilityCondition(viewer: Viewer | null, tree: GroupTree): VisibilityCondition {
  if (viewer === null) return { kind: 'none' };
  if (viewer.viewsAll) return { kind: 'all' };
  const below = new Set(tree.subtreeOf(viewer.group));
  below.delete(viewer.group);
  for (const managed of viewer.managed) for (const number of tree.subtreeOf(managed)) below.add(number);
  return {
    kind: 'some',
    me: viewer.id,
    mine: viewer.group,
    below: [...below].sort((a, b) => a - b),
    above: tree.above(viewer.group),
  };
}

/** Where a table keeps what the rule needs: SQL expressions, written by a programmer, never by a user. */
export interface VisibilityColumns {
  readonly owner: string;
  readonly group: string;
  readonly level: string;
  /** A condition that is true for followed items; `$me` in it stands for the viewer's id. */
  readonly followed?: string;
}

/** A condition of SQL with its parameters. */
export interface SqlCondition {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The columns of the tables that the guard's migration makes. */
export const defaultVisibilityColumns: VisibilityColumns = {
  owner: 'owner_id',
  group: 'vg',
  level: 'visible_to',
};

/**
 * How a condition asks for a group: `array` lets indexes on the group be used; `set` is planned in a fraction of the time
 * where there are a thousand groups, for statements that go along another index.
 */
export type GroupMembership = 'array' | 'set';

/**
 * Writes a condition in PostgreSQL's SQL.
 *
 * @param firstParameter - number of the first `$n` that is free
 * @example toSql({ kind: 'none' }).text // 'false'
 */
export function toSql(
  condition: VisibilityCondition,
  { owner, group, level, followed }: VisibilityColumns = defaultVisibilityColumns,
  firstParameter = 1,
  membership: GroupMembership = 'array',
): SqlCondition {
  if (condition.kind === 'own') return { text: `${owner} = $${firstParameter}`, values: [condition.me] };
  if (condition.kind !== 'some') return { text: String(condition.kind === 'all'), values: [] };
  const [me, mine, below, above] = [0, 1, 2, 3].map((place) => `$${firstParameter + place}`) as [
    string,
    string,
    string,
    string,
  ];
  const isOneOf = (groups: string) =>
    membership === 'array'
      ? `${group} = ANY(${groups}::int[])`
      : `${group} IN (SELECT unnest(${groups}::int[]))`;
  const branches = [
    `${level} = 7`,
    `${owner} = ${me}`,
    `(${group} = ${mine} AND ${level} IN (3, 5))`,
    isOneOf(below),
    `(${isOneOf(above)} AND ${level} = 5)`,
    ...(followed === undefined ? [] : [followed.replaceAll('$me', () => me)]),
  ];
  return {
    text: `(${branches.join(' OR ')})`,
    values: [condition.me, condition.mine, condition.below, condition.above],
  };
}
