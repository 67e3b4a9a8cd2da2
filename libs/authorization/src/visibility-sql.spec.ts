import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GroupTree } from './group-tree.js';
import { parseCursor } from './page-cursor.js';
import { visibilityCondition } from './visibility-condition.js';
import { visibleCount } from './visibility-count.js';
import { visibilityMigration } from './visibility-migration.js';
import { branchesPage, choosePageShape, predicatePage, visiblePage } from './visibility-page.js';
import { statisticsSql, type VisibilityCount, VisibilityStatistics } from './visibility-statistics.js';
import { isVisible, type VisibilityLevel } from './visibility.js';
import { quoteName, quoteTable, type VisibleTable } from './visible-table.js';

const GROUPS = 40;
/** 1 is above all others, of which every third is above the two behind it; the last stands alone. */
const tree = new GroupTree(
  Array.from({ length: GROUPS }, (_, index) => ({
    number: index + 1,
    parent: index === 0 || index === GROUPS - 1 ? null : index % 3 === 1 ? 1 : index - ((index + 1) % 3),
  })),
);
const viewerIn = (group: number) => ({ id: 'me', group, managed: [], viewsAll: false });
const conditionOf = (group: number) => visibilityCondition(viewerIn(group), tree);

const count: fc.Arbitrary<VisibilityCount> = fc.record({
  group: fc.integer({ min: 0, max: GROUPS }),
  level: fc.constantFrom<VisibilityLevel>(1, 3, 5, 7),
  rows: fc.nat({ max: 1000 }),
});

describe('VisibilityStatistics', () => {
  it('says which share of the counted rows the rule shows', () => {
    fc.assert(
      fc.property(fc.array(count), fc.integer({ min: 1, max: GROUPS }), (counts, group) => {
        const total = counts.reduce((sum, { rows }) => sum + rows, 0);
        const seen = counts
          .filter((each) => isVisible(viewerIn(group), { ...each, ownerId: null }, tree))
          .reduce((sum, { rows }) => sum + rows, 0);
        const share = new VisibilityStatistics(counts).shareOf(conditionOf(group));
        expect(share).toBeCloseTo(total === 0 ? 0 : seen / total, 12);
      }),
    );
  });

  it('knows all and nothing without counting', () => {
    const statistics = new VisibilityStatistics([]);
    expect(statistics.shareOf({ kind: 'all' })).toBe(1);
    expect(statistics.shareOf({ kind: 'none' })).toBe(0);
  });
});

describe('choosePageShape', () => {
  const even = new VisibilityStatistics(
    Array.from({ length: GROUPS }, (_, index) => ({ group: index + 1, level: 3 as const, rows: 100 })),
  );

  it('takes the predicate for who sees most rows, and branches for who sees few', () => {
    expect(choosePageShape(conditionOf(1), 50, even)).toMatchObject({ shape: 'predicate', share: 39 / 40 });
    expect(choosePageShape(conditionOf(GROUPS), 50, even)).toMatchObject({
      shape: 'branches',
      share: 1 / 40,
      predicateRows: 2000,
      branchRows: 200,
    });
  });

  it('takes branches when nothing is known, or nothing of what is seen was counted', () => {
    expect(choosePageShape(conditionOf(1), 50).shape).toBe('branches');
    expect(choosePageShape(conditionOf(1), 50, new VisibilityStatistics([])).shape).toBe('branches');
  });

  it('never takes the predicate where it is expected to look at more rows than branches can', () => {
    fc.assert(
      fc.property(
        fc.array(count),
        fc.integer({ min: 1, max: GROUPS }),
        fc.integer({ min: 1, max: 1000 }),
        (counts, group, limit) => {
          const choice = choosePageShape(conditionOf(group), limit, new VisibilityStatistics(counts));
          if (choice.shape === 'predicate') expect(choice.predicateRows).toBeLessThan(choice.branchRows);
        },
      ),
    );
  });

  it('is what visiblePage does', () => {
    const table = { name: 'deal' };
    const text = (group: number, statistics?: VisibilityStatistics) =>
      visiblePage(table, conditionOf(group), { limit: 50 }, statistics).text;
    expect(text(1, even)).toContain('WITH looked');
    expect(text(1)).toBe(branchesPage(table, conditionOf(1), { limit: 50 }).text);
    expect(text(GROUPS, even)).toBe(branchesPage(table, conditionOf(GROUPS), { limit: 50 }).text);
    const all = visiblePage(table, { kind: 'all' }, { limit: 50 }, even);
    expect(all).toEqual(predicatePage(table, { kind: 'all' }, { limit: 50 }));
  });
});

describe('names', () => {
  const bad = ['', 'a b', 'a"b', 'id; DROP TABLE deal', "a'b", '1st', 'a'.repeat(64), 'é', 'a\0', 'a--'];

  it('are quoted, as they are written', () => {
    expect(quoteName('createdAt')).toBe('"createdAt"');
    expect(quoteTable('crm.deal')).toBe('"crm"."deal"');
  });

  it.each(bad)('refuses %j wherever one is', (name) => {
    const condition = conditionOf(1);
    const wrong: VisibleTable[] = [
      { name },
      { name: `crm.${name}` },
      { name: `${name}.deal` },
      ...(['id', 'createdAt', 'owner', 'group', 'level', 'pinned'] as const).map((key) => ({
        name: 'deal',
        [key]: name,
      })),
      { name: 'deal', followers: { name } },
      { name: 'deal', followers: { name: 'follower', item: name } },
      { name: 'deal', followers: { name: 'follower', user: name } },
    ];
    for (const table of wrong)
      for (const write of [
        () => predicatePage(table, condition, { limit: 1 }),
        () => branchesPage(table, condition, { limit: 1 }),
        () => visibleCount(table, condition),
        () => visibilityMigration(table),
        () => statisticsSql(table),
      ])
        expect(write).toThrow(RangeError);
    expect(() => branchesPage({ name: 'deal' }, condition, { limit: 1, columns: [name] })).toThrow(
      RangeError,
    );
  });

  it('refuses more than a schema and a table', () => {
    expect(() => quoteTable('database.crm.deal')).toThrow(RangeError);
  });

  it('never lets a value into the text', () => {
    const hostile = { ...viewerIn(1), id: "' OR true --" };
    const table = { name: 'deal', followers: { name: 'follower' } };
    for (const page of [branchesPage, predicatePage])
      expect(page(table, visibilityCondition(hostile, tree), { limit: 1 }).text).not.toContain(hostile.id);
  });
});

describe('limits and cursors', () => {
  it.each([0, -1, 1.5, 1001, NaN])('refuses a page of %p rows', (limit) => {
    expect(() => branchesPage({ name: 'deal' }, conditionOf(1), { limit })).toThrow(RangeError);
  });

  it.each([0, 0.5, -1, Infinity])('refuses to count up to %p', (upTo) => {
    expect(() => visibleCount({ name: 'deal' }, conditionOf(1), { upTo })).toThrow(RangeError);
  });

  it('reads what a row carries', () => {
    const id = '0190b7a4-5d1c-7cc2-a3a7-5e2f6c3f9b1a';
    const createdAt = '2026-01-31T23:59:59.123456+00:00';
    expect(parseCursor(`${createdAt}~${id}`)).toEqual({ createdAt, id });
    expect(parseCursor('2024-02-29T08:00:00~a~b', 'text')).toEqual({
      createdAt: '2024-02-29T08:00:00',
      id: 'a~b',
    });
  });

  it.each([
    ['', 'uuid'],
    ['2026-01-31T08:00:00+00:00', 'uuid'],
    ['2026-01-31T08:00:00+00:00~1', 'uuid'],
    ['2026-02-31T08:00:00+00:00~1', 'bigint'],
    ['2026-13-01T08:00:00+00:00~1', 'bigint'],
    ['0000-01-01T08:00:00+00:00~1', 'bigint'],
    ['2026-01-31T24:00:00+00:00~1', 'bigint'],
    ['2026-01-31~1', 'bigint'],
    ['2026-01-31T08:00:00+00:00~1e3', 'bigint'],
    ['2026-01-31T08:00:00+00:00~9999999999', 'integer'],
    ['now()~1', 'bigint'],
    ['2026-01-31T08:00:00+00:00~a\0', 'text'],
  ] as const)('refuses %j as a cursor with a key of type %s', (text, idType) => {
    expect(() => parseCursor(text, idType)).toThrow(RangeError);
  });
});
