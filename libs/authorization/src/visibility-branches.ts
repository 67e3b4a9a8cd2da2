import type { PageSql } from './page-sql.js';
import type { VisibilityCondition } from './visibility-condition.js';
import { ITEM_ALIAS as item } from './visible-table.js';

type SomeCondition = Extract<VisibilityCondition, { kind: 'some' }>;

/** A group of which rows of one level are visible. */
interface Place {
  readonly group: number;
  readonly level: 3 | 5;
}

/** One's own group from level 3 on, those above at 5; what lies in a subtree that is seen whole is left out. */
function placesOf({ mine, above, below }: SomeCondition): Place[] {
  const whole = new Set(below);
  const places: Place[] = [
    { group: mine, level: 3 },
    { group: mine, level: 5 },
    ...above.map((group) => ({ group, level: 5 as const })),
  ];
  return places.filter(({ group }) => !whole.has(group));
}

/** At most how many rows {@link branchesOf} looks at, apart from those that somebody follows. */
export function branchRows(condition: SomeCondition, limit: number): number {
  const groups = condition.below.length;
  return (2 + placesOf(condition).length + Math.min(groups, limit)) * limit + groups;
}

/**
 * The keys of the newest visible rows: the newest of each branch through an index of its own, merged. Whatever lies
 * behind the limit in a branch lies behind it in the merged list as well.
 */
export function branchesOf(page: PageSql, condition: SomeCondition): string {
  const { table, parameters, columns } = page;
  const me = parameters.add(condition.me);
  const places = placesOf(condition);
  const groups = parameters.add(places.map(({ group }) => group));
  const levels = parameters.add(places.map(({ level }) => level));
  const branches = [
    page.newest(`${columns.owner} = ${me}`),
    page.newest(`${columns.level} = 7`),
    page.newestOfEach(
      `unnest(${groups}::int[], ${levels}::smallint[]) AS place (vg, level)`,
      `${columns.group} = place.vg AND ${columns.level} = place.level`,
    ),
    ...(condition.below.length === 0 ? [] : [ofGroups(page, condition.below)]),
    ...(table.followers === null
      ? []
      : [
          page.newest(
            `followed.${table.followers.user} = ${me}`,
            `${table.followers.name} AS followed JOIN ${table.name} AS ${item} ON ${item}.${table.id} = followed.${table.followers.item}`,
          ),
        ]),
  ];
  return `SELECT created_at, id FROM (${branches.map((branch) => `(${branch})`).join('\nUNION ')}) AS found
ORDER BY created_at DESC, id DESC LIMIT ${page.limit}`;
}

/** Of more groups than the page has rows, only those count whose newest rows are the newest. */
function ofGroups(page: PageSql, groups: readonly number[]): string {
  const all = `unnest(${page.parameters.add(groups)}::int[]) AS place (vg)`;
  const fits = `${page.columns.group} = place.vg`;
  if (groups.length <= page.limit) return page.newestOfEach(all, fits);
  return page.newestOfEach(
    `(SELECT place.vg FROM ${all} CROSS JOIN LATERAL (${page.newest(fits, undefined, 1)}) AS first
ORDER BY first.created_at DESC, first.id DESC LIMIT ${page.limit}) AS place`,
    fits,
  );
}
