import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GroupNode, GroupTree } from './group-tree.js';
import { toSql, type VisibilityCondition, visibilityCondition } from './visibility-condition.js';
import { defaultLevel, isVisible, type Viewer, type VisibleItem } from './visibility.js';

const GROUPS = 8;

/** Every group hangs under one before it, or at the top. */
const forest: fc.Arbitrary<GroupNode[]> = fc.tuple(
  ...Array.from({ length: GROUPS }, (_, number) =>
    fc
      .option(fc.nat({ max: Math.max(0, number - 1) }), { nil: null })
      .map((parent) => ({ number, parent: number === 0 ? null : parent })),
  ),
);
const group = fc.nat({ max: GROUPS - 1 });
const viewer: fc.Arbitrary<Viewer> = fc.record({
  id: fc.constant('me'),
  group,
  managed: fc.uniqueArray(group, { maxLength: 2 }),
  viewsAll: fc.boolean(),
});
const item: fc.Arbitrary<VisibleItem> = fc.record({
  ownerId: fc.constantFrom('me', 'somebody', null),
  followerIds: fc.constantFrom([], ['me'], ['somebody']),
  level: fc.constantFrom(1, 3, 5, 7),
  group,
});

const isAncestor = (groups: readonly GroupNode[], upper: number, lower: number): boolean => {
  const parent = groups.find(({ number }) => number === lower)?.parent ?? null;
  return parent !== null && (parent === upper || isAncestor(groups, upper, parent));
};

/** The table of the rules, row by row. */
function naive(groups: readonly GroupNode[], who: Viewer, what: VisibleItem): boolean {
  if (what.ownerId === who.id || what.followerIds?.includes(who.id) === true || who.viewsAll) return true;
  if (isAncestor(groups, who.group, what.group)) return true;
  if (who.managed.some((number) => number === what.group || isAncestor(groups, number, what.group)))
    return true;
  if (who.group === what.group) return what.level >= 3;
  if (isAncestor(groups, what.group, who.group)) return what.level >= 5;
  return what.level === 7;
}

/** What the condition says, branch by branch. */
function fits(
  condition: VisibilityCondition,
  { level, ownerId, followerIds, group: vg }: VisibleItem,
): boolean {
  if (condition.kind !== 'some') return condition.kind === 'all';
  const { me, mine, below, above } = condition;
  return [
    level === 7,
    ownerId === me,
    followerIds?.includes(me),
    vg === mine && (level === 3 || level === 5),
    below.includes(vg),
    above.includes(vg) && level === 5,
  ].some(Boolean);
}

describe('GroupTree', () => {
  it('knows above and below as the parents say', () => {
    fc.assert(
      fc.property(forest, group, group, (groups, one, other) => {
        const tree = new GroupTree(groups);
        expect(tree.isAbove(one, other)).toBe(isAncestor(groups, one, other));
        expect(tree.subtreeOf(one).includes(other)).toBe(one === other || isAncestor(groups, one, other));
        expect(tree.above(other).includes(one)).toBe(isAncestor(groups, one, other));
        expect(tree.depthOf(one)).toBe(tree.above(one).length + 1);
      }),
    );
  });

  it('is never fooled by numbers that begin alike', () => {
    const tree = new GroupTree([
      { number: 1, parent: null },
      { number: 11, parent: null },
      { number: 111, parent: 11 },
    ]);
    expect([tree.isAbove(1, 11), tree.isAbove(1, 111), tree.isAbove(11, 111)]).toEqual([false, false, true]);
  });

  it.each([
    ['a cycle', [{ number: 1, parent: 2 }, { number: 2, parent: 1 }]], // prettier-ignore
    ['an unknown parent', [{ number: 1, parent: 9 }]],
    ['a number given twice', [{ number: 1, parent: null }, { number: 1, parent: null }]], // prettier-ignore
  ])('refuses %s', (_, groups) => {
    expect(() => new GroupTree(groups)).toThrow(RangeError);
  });
});

describe('visibility', () => {
  it('is what the table of the rules says', () => {
    fc.assert(
      fc.property(forest, viewer, item, (groups, who, what) => {
        expect(isVisible(who, what, new GroupTree(groups))).toBe(naive(groups, who, what));
      }),
      { numRuns: 5000 },
    );
  });

  it('is never less for a wider level, a further follower or a further managed group', () => {
    fc.assert(
      fc.property(forest, viewer, item, group, (groups, who, what, managed) => {
        const tree = new GroupTree(groups);
        if (!isVisible(who, what, tree)) return;
        for (const level of [3, 5, 7] as const) {
          if (level >= what.level) expect(isVisible(who, { ...what, level }, tree)).toBe(true);
        }
        const followed = { ...what, followerIds: [...(what.followerIds ?? []), 'new'] };
        expect(isVisible(who, followed, tree)).toBe(true);
        expect(isVisible({ ...who, managed: [...who.managed, managed] }, what, tree)).toBe(true);
      }),
    );
  });

  it('gives a new item the default of the nearest group that has one', () => {
    const tree = new GroupTree([
      { number: 1, parent: null },
      { number: 2, parent: 1 },
      { number: 3, parent: 2 },
    ]);
    const defaults = new Map([[1, 7 as const]]);
    expect(defaultLevel(3, tree, (number) => defaults.get(number))).toBe(7);
    expect(defaultLevel(3, tree, (number) => (number === 2 ? 1 : undefined))).toBe(1);
    expect(defaultLevel(3, tree, () => undefined)).toBe(3);
  });
});

describe('visibilityCondition', () => {
  it('holds for exactly the items that are visible', () => {
    fc.assert(
      fc.property(forest, viewer, item, (groups, who, what) => {
        const tree = new GroupTree(groups);
        const holds = fits(visibilityCondition(who, tree), what);
        expect(holds).toBe(isVisible(who, what, tree));
      }),
      { numRuns: 5000 },
    );
  });

  it('is nothing for who is not active, and numbers its parameters from where it is told', () => {
    const tree = new GroupTree([{ number: 1, parent: null }]);
    expect(toSql(visibilityCondition(null, tree))).toEqual({ text: 'false', values: [] });
    const { text, values } = toSql(
      visibilityCondition({ id: 'me', group: 1, managed: [], viewsAll: false }, tree),
      { owner: 'o', group: 'g', level: 'l', followed: 'followed_by($me)' },
      4,
    );
    expect(text).toContain('o = $4 OR (g = $5 ');
    expect(text).toContain('followed_by($4)');
    expect(values).toEqual(['me', 1, [], []]);
  });
});
