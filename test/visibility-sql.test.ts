import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  branchesPage,
  GroupTree,
  isVisible,
  type PageRequest,
  predicatePage,
  type SqlCondition,
  statisticsSql,
  type VisibilityCondition,
  visibilityCondition,
  type VisibilityCount,
  visibilityMigration,
  VisibilityStatistics,
  visibleCount,
  visiblePage,
} from '@auth-service/authorization';
import fc from 'fast-check';
import pg from 'pg';
import { useDatabase } from './support/app.js';
import {
  createWorldTable,
  fill,
  forest,
  inOrder,
  me,
  rows,
  viewer,
  worldTable,
  type WorldRow,
} from './support/visibility-worlds.js';

// Before the database is dropped.
afterAll(() => pool.end());
const database = useDatabase('empty');
let pool: pg.Pool;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query(createWorldTable);
  for (const statement of visibilityMigration(worldTable).up) await pool.query(statement);
});

interface Found {
  dealId: string;
  visibility_cursor: string;
  visibility_followed?: boolean;
}

const run = async <Row>({ text, values }: SqlCondition): Promise<Row[]> =>
  (await pool.query(text, [...values])).rows as Row[];

/** All pages one after the other, from the first. */
async function walk(page: (request: PageRequest) => SqlCondition, request: PageRequest): Promise<Found[]> {
  const found: Found[] = [];
  for (let after: string | undefined; ; after = found.at(-1)?.visibility_cursor) {
    const rowsOfPage = await run<Found>(page({ ...request, ...(after !== undefined && { after }) }));
    found.push(...rowsOfPage);
    if (rowsOfPage.length < request.limit) return found;
  }
}

type Shapes = Readonly<Record<string, (request: PageRequest) => SqlCondition>>;

async function shapesFor(condition: VisibilityCondition, reach: number): Promise<Shapes> {
  const counts = (await pool.query(statisticsSql(worldTable))).rows as VisibilityCount[];
  const statistics = new VisibilityStatistics(counts);
  return {
    predicate: (request) => predicatePage(worldTable, condition, request),
    bounded: (request) => predicatePage(worldTable, condition, request, reach),
    branches: (request) => branchesPage(worldTable, condition, request),
    chosen: (request) => visiblePage(worldTable, condition, request, statistics),
  };
}

const seen = (world: readonly WorldRow[], who: Parameters<typeof isVisible>[0], tree: GroupTree) =>
  world.filter((row) => isVisible(who, row, tree));

describe('pages of visible rows', () => {
  it('have each row that the rule shows exactly once, newest first, in every shape', async () => {
    const request = fc.record({
      limit: fc.integer({ min: 1, max: 9 }),
      reach: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(forest, viewer, rows, request, async (groups, who, world, { limit, reach }) => {
        const tree = new GroupTree(groups);
        await fill(pool, world);
        const expected = inOrder(seen(world, who, tree));
        const shapes = await shapesFor(visibilityCondition(who, tree), reach);
        for (const [shape, page] of Object.entries(shapes)) {
          const found = await walk(page, { limit });
          expect([shape, found.map(({ dealId }) => dealId)]).toEqual([shape, expected]);
        }
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  it('obey a further condition, and say which rows are followed', async () => {
    const filter = { text: `item.status = $1 OR item.status = $2`, values: ['won', "o'pen"] };
    await fc.assert(
      fc.asyncProperty(forest, viewer, rows, async (groups, who, world) => {
        const tree = new GroupTree(groups);
        await fill(pool, world);
        const expected = seen(world, who, tree).filter(({ status }) => status === 'won');
        const followed = new Set(
          expected.filter(({ followerIds }) => followerIds.includes(me)).map(({ id }) => id),
        );
        for (const [shape, page] of Object.entries(await shapesFor(visibilityCondition(who, tree), 5))) {
          const found = await walk(page, { limit: 3, filter, columns: ['dealId'] });
          expect([shape, found.map(({ dealId }) => dealId)]).toEqual([shape, inOrder(expected)]);
          if (who.viewsAll) continue;
          for (const { dealId, visibility_followed } of found)
            expect(visibility_followed).toBe(followed.has(dealId));
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('are as many as are counted, exactly or up to a bound', async () => {
    const filter = { text: 'item.status = $1', values: ['open'] };
    await fc.assert(
      fc.asyncProperty(
        forest,
        viewer,
        rows,
        fc.integer({ min: 1, max: 20 }),
        async (groups, who, world, upTo) => {
          const tree = new GroupTree(groups);
          await fill(pool, world);
          const condition = visibilityCondition(who, tree);
          const count = async (request?: Parameters<typeof visibleCount>[2]) =>
            (await run<{ count: number }>(visibleCount(worldTable, condition, request)))[0]?.count;
          const expected = seen(world, who, tree);
          expect(await count()).toBe(expected.length);
          expect(await count({ upTo })).toBe(Math.min(upTo, expected.length));
          expect(await count({ filter })).toBe(expected.filter(({ status }) => status === 'open').length);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('lose no row when levels become wider', async () => {
    await fc.assert(
      fc.asyncProperty(forest, viewer, rows, async (groups, who, world) => {
        const tree = new GroupTree(groups);
        const condition = visibilityCondition(who, tree);
        const all = async () =>
          (await walk((request) => branchesPage(worldTable, condition, request), { limit: 10 })).map(
            ({ dealId }) => dealId,
          );
        await fill(pool, world);
        const before = await all();
        await pool.query('UPDATE crm."Deal" SET "seenBy" = least("seenBy" + 2, 7)');
        expect(await all()).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('are nothing for somebody who is not active, and one’s own where only those are permitted', async () => {
    const world: WorldRow[] = [me, null].map((ownerId, index) => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      madeAt: '2026-01-31T23:59:59.999990+00:00',
      ownerId,
      group: 1,
      level: 7,
      followerIds: [],
      isPinned: false,
      status: 'open',
    }));
    await fill(pool, world);
    for (const [condition, expected] of [
      [{ kind: 'none' }, []],
      [{ kind: 'own', me }, [world[0]?.id]],
    ] as const)
      for (const [shape, page] of Object.entries(await shapesFor(condition, 1))) {
        const found = await walk(page, { limit: 1 });
        expect([shape, found.map(({ dealId }) => dealId)]).toEqual([shape, expected]);
      }
  });

  it('find each branch through its index', async () => {
    const tree = new GroupTree([
      { number: 1, parent: null },
      { number: 2, parent: 1 },
      { number: 3, parent: 2 },
    ]);
    const condition = visibilityCondition({ id: me, group: 2, managed: [], viewsAll: false }, tree);
    const { text, values } = branchesPage(worldTable, condition, { limit: 5 });
    const client = await pool.connect();
    try {
      await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = on');
      const { rows: plan } = await client.query(`EXPLAIN ${text}`, [...values]);
      const lines = plan.map((line: Record<string, string>) => line['QUERY PLAN']).join('\n');
      for (const index of ['by_owner', 'by_group_and_level', 'by_group', 'for_everyone', 'follower_by_user'])
        expect(lines).toMatch(new RegExp(`Index.* using "?\\w*${index}"? `));
    } finally {
      client.release(true);
    }
  });
});
