import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GroupHierarchy, type PlacedGroup } from './group-hierarchy.js';

const MAX_DEPTH = 16;

/** Forests of long chains, so that what would be too deep comes up too: 0 for a new top, else so many places back. */
const forests = fc
  .array(fc.constantFrom(0, 1, 1, 1, 1, 1, 1, 2), { minLength: 20, maxLength: 40 })
  .map((choices) => {
    const groups: PlacedGroup[] = [];
    for (const [index, back] of choices.entries()) {
      const parentId = back === 0 || index < back ? null : String(index - back);
      const isTop = parentId === null || depthOf(groups, parentId) >= MAX_DEPTH;
      groups.push({
        id: String(index),
        number: index + 1,
        name: `group ${index}`,
        parentId: isTop ? null : parentId,
        isDefault: index === 0,
      });
    }
    return groups;
  });

const above = (groups: readonly PlacedGroup[], id: string): string[] => {
  const parentId = groups.find((group) => group.id === id)?.parentId ?? null;
  return parentId === null ? [] : [parentId, ...above(groups, parentId)];
};
const depthOf = (groups: readonly PlacedGroup[], id: string): number => above(groups, id).length + 1;

/** The rule by plain recursion: after the move nothing is above itself, and nothing too deep. */
function mayHang(groups: readonly PlacedGroup[], id: string, parentId: string): string | undefined {
  if (id === parentId || above(groups, parentId).includes(id)) return 'hierarchy_cycle';
  const moved = groups.map((group) => (group.id === id ? { ...group, parentId } : group));
  return moved.some((group) => depthOf(moved, group.id) > MAX_DEPTH) ? 'hierarchy_too_deep' : undefined;
}

const refusal = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('GroupHierarchy', () => {
  it('lets a group hang exactly where the plain rule does', () => {
    const seen = new Map<string | undefined, number>();
    fc.assert(
      fc.property(forests, fc.nat(), fc.nat(), (groups, one, other) => {
        const [id, parentId] = [String(one % groups.length), String(other % groups.length)];
        const expected = mayHang(groups, id, parentId);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
        expect(refusal(() => new GroupHierarchy(groups).assertMayHang({ id, parentId }))).toBe(expected);
      }),
      { numRuns: 500 },
    );
    expect(seen.size).toBe(3);
  });
});
