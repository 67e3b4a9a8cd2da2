import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closureOf, depthOf, findCycle } from './role-hierarchy.js';

const ids = ['a', 'b', 'c', 'd', 'e'];
const edges = fc.dictionary(fc.constantFrom(...ids), fc.subarray(ids));
const parentsIn = (parents: Record<string, string[]>) => (id: string) => parents[id] ?? [];

/** Whether there is a way of at least one step, by trying all ways. */
const reaches = (
  parents: Record<string, string[]>,
  from: string,
  to: string,
  tried: string[] = [],
): boolean =>
  (parents[from] ?? []).some(
    (next) => next === to || (!tried.includes(next) && reaches(parents, next, to, [...tried, next])),
  );

describe('role hierarchy', () => {
  it('closes over every way', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...ids), (parents, start) => {
        const expected = ids.filter((id) => id === start || reaches(parents, start, id));
        expect([...closureOf([start], parentsIn(parents))].sort()).toEqual(expected);
      }),
    );
  });

  it('finds a cycle exactly when there is one, and names a real way', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...ids), (parents, start) => {
        const cycle = findCycle(start, parentsIn(parents));
        expect(cycle !== null).toBe(reaches(parents, start, start));
        if (cycle === null) return;
        expect([cycle[0], cycle.at(-1)]).toEqual([start, start]);
        cycle.slice(1).forEach((id, index) => expect(parents[cycle[index] ?? '']).toContain(id));
      }),
    );
  });

  it('counts the longest chain', () => {
    const parents = { a: ['b', 'd'], b: ['c'], c: ['d'] };
    expect(['a', 'b', 'c', 'd'].map((id) => depthOf(id, parentsIn(parents)))).toEqual([4, 3, 2, 1]);
    expect(() => depthOf('a', parentsIn({ a: ['b'], b: ['a'] }))).toThrow(RangeError);
  });
});
