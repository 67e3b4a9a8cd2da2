import type { GroupTree } from './group-tree.js';

/** How widely an item is seen: by its owner, the owner's group, that group and those below it, everyone. */
export const visibilityLevels = { owner: 1, group: 3, groupAndBelow: 5, everyone: 7 } as const;
export type VisibilityLevel = (typeof visibilityLevels)[keyof typeof visibilityLevels];

/** What holds when neither the item nor a group says anything (rule V1). */
export const DEFAULT_VISIBILITY_LEVEL: VisibilityLevel = visibilityLevels.group;

/**
 * Tells whether a number is a level.
 *
 * @example isVisibilityLevel(4) // false
 */
export function isVisibilityLevel(level: unknown): level is VisibilityLevel {
  return level === 1 || level === 3 || level === 5 || level === 7;
}

/** Who looks. */
export interface Viewer {
  readonly id: string;
  /** The number of their group. */
  readonly group: number;
  /** The numbers of the groups that they manage. */
  readonly managed: readonly number[];
  /** Whether they hold `<type>:view_all` for the item's type. */
  readonly viewsAll: boolean;
}

/** What is looked at. */
export interface VisibleItem {
  readonly ownerId: string | null;
  readonly followerIds?: readonly string[];
  readonly level: VisibilityLevel;
  /** The number of the group in which it counts. */
  readonly group: number;
}

/** How a viewer stands to an item, the closest first. */
export type VisibilityRelation =
  'owner' | 'follower' | 'view_all' | 'group_above' | 'manager' | 'same_group' | 'group_below' | 'elsewhere';

const SEEN_FROM: Readonly<Record<VisibilityRelation, VisibilityLevel>> = {
  owner: 1,
  follower: 1,
  view_all: 1,
  group_above: 1,
  manager: 1,
  same_group: 3,
  group_below: 5,
  elsewhere: 7,
};

/**
 * From which level on an item is seen by those who stand in a relation to it.
 *
 * @example seenFrom('group_below') // 5
 */
export function seenFrom(relation: VisibilityRelation): VisibilityLevel {
  return SEEN_FROM[relation];
}

/**
 * The closest relation of a viewer to an item.
 *
 * @param tree - of all groups; a group that is not in it is nowhere
 * @example
 * const viewer = { id: 'ann', group: 1, managed: [], viewsAll: false };
 * visibilityRelation(viewer, { ownerId: 'bob', group: 1, level: 1 }, tree); // 'same_group'
 */
export function visibilityRelation(viewer: Viewer, item: VisibleItem, tree: GroupTree): VisibilityRelation {
  if (item.ownerId === viewer.id) return 'owner';
  if (item.followerIds?.includes(viewer.id) === true) return 'follower';
  if (viewer.viewsAll) return 'view_all';
  if (tree.isAbove(viewer.group, item.group)) return 'group_above';
  if (viewer.managed.some((managed) => covers(tree, managed, item.group))) return 'manager';
  if (viewer.group === item.group) return 'same_group';
  return tree.isAbove(item.group, viewer.group) ? 'group_below' : 'elsewhere';
}

/**
 * Tells whether an active viewer sees an item. A wider level never hides.
 *
 * @example
 * const tree = new GroupTree([{ number: 1, parent: null }, { number: 2, parent: 1 }]);
 * const viewer = { id: 'ann', group: 1, managed: [], viewsAll: false };
 * isVisible(viewer, { ownerId: 'bob', group: 2, level: 1 }, tree); // true: Ann's group is above
 */
export function isVisible(viewer: Viewer, item: VisibleItem, tree: GroupTree): boolean {
  return item.level >= seenFrom(visibilityRelation(viewer, item, tree));
}

const covers = (tree: GroupTree, managed: number, group: number): boolean =>
  (managed === group && tree.has(group)) || tree.isAbove(managed, group);

/**
 * The level of a new item for which none was said: the default of the nearest group, from the creator's up, that has one
 * for this type (rule V1).
 *
 * @param defaultOf - a group's default for the type; undefined when it has none
 * @example defaultLevel(2, tree, (group) => (group === 1 ? 5 : undefined)) // 5: group 1 is above
 */
export function defaultLevel(
  group: number,
  tree: GroupTree,
  defaultOf: (group: number) => VisibilityLevel | undefined,
): VisibilityLevel {
  for (const number of [group, ...tree.above(group)]) {
    const level = defaultOf(number);
    if (level !== undefined) return level;
  }
  return DEFAULT_VISIBILITY_LEVEL;
}
