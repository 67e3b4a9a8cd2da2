import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AuthorizationStructure,
  AuthorizationModel,
  GroupTree,
  isVisible,
  type Viewer,
} from '@auth-service/authorization';
import { BadRequestException, ForbiddenException } from '@nestjs/common';
import fc from 'fast-check';
import pg from 'pg';
import { Column, DataSource, Entity, Not, PrimaryColumn, Raw } from 'typeorm';
import { addVisibility, type PageRow, VisibilityScope } from '../libs/guard/src/visibility/index.js';
import { useDatabase } from './support/app.js';
import {
  createWorldTable,
  fill,
  forest,
  inOrder,
  me,
  people,
  rows,
  viewer,
  worldTable,
  type WorldRow,
} from './support/visibility-worlds.js';

@Entity({ name: 'Deal', schema: 'crm' })
class Deal {
  @PrimaryColumn('uuid', { name: 'dealId' })
  id!: string;
  @Column('timestamptz')
  madeAt!: Date;
  @Column('text')
  status!: string;
  @Column('uuid', { name: 'seller', nullable: true })
  ownerId!: string | null;
}

// Before the database is dropped.
afterAll(async () => {
  await orm.destroy();
  await pool.end();
});
const database = useDatabase('empty');
let pool: pg.Pool;
let orm: DataSource;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query(createWorldTable);
  orm = await new DataSource({ type: 'postgres', url: database.url, entities: [Deal] }).initialize();
  const runner = orm.createQueryRunner();
  await addVisibility(runner, worldTable);
  await runner.release();
}, 30_000);

type Groups = ConstructorParameters<typeof GroupTree>[0];

const modelOf = (groups: Groups, defaults: Readonly<Record<number, 1 | 3 | 5 | 7>> = {}) =>
  new AuthorizationModel({
    permissions: [],
    roles: [],
    teams: [],
    groups: [...groups].map(({ number, parent }) => ({
      id: String(number),
      number,
      name: `group ${number}`,
      parent,
      isDefault: number === 1,
      managers: [],
      defaults: number in defaults ? { deal: defaults[number] } : {},
    })) as AuthorizationStructure['groups'],
  });

const scopeOf = (
  groups: Groups,
  who: Viewer | null,
  context?: ConstructorParameters<typeof VisibilityScope>[3],
) => new VisibilityScope(who, modelOf(groups), 'deal', context);

/** Each person's group as it is now: a row that is not pinned counts there, whatever it says. */
const current = fc.tuple(...people.map(() => fc.integer({ min: 1, max: 8 })));
const groupOfIn = (groups: readonly number[]) => (userId: string) => groups[people.indexOf(userId)] ?? 1;

const counted = (row: WorldRow, groupOf: (userId: string) => number): WorldRow =>
  row.isPinned || row.ownerId === null ? row : { ...row, group: groupOf(row.ownerId) };

describe('VisibilityScope', () => {
  it('walks through all that is seen, and shows no row that a move has hidden', async () => {
    await fc.assert(
      fc.asyncProperty(forest, viewer, rows, current, async (groups, who, world, moved) => {
        const tree = new GroupTree(groups);
        const groupOf = groupOfIn(moved);
        const scope = scopeOf(groups, { ...who, group: groupOf(who.id) }, { groupOf });
        await fill(pool, world);
        const found: PageRow[] = [];
        let after: string | undefined;
        do {
          const { text, values } = scope.page({
            table: worldTable,
            limit: 4,
            columns: ['dealId'],
            ...(after !== undefined && { after }),
          });
          const page = scope.toPage(worldTable, await orm.query<PageRow[]>(text, [...values]), 4);
          found.push(...page.items);
          after = page.next ?? undefined;
        } while (after !== undefined);
        const isSeen = (row: WorldRow) => isVisible(scope.viewer!, row, tree);
        const expected = world.filter((row) => isSeen(row) && isSeen(counted(row, groupOf)));
        expect(found.map(({ dealId }) => dealId)).toEqual(inOrder(expected));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('adds its condition to queries and find options of TypeORM', async () => {
    const deals = orm.getRepository(Deal);
    await fc.assert(
      fc.asyncProperty(forest, viewer, rows, async (groups, who, world) => {
        const tree = new GroupTree(groups);
        const scope = scopeOf(groups, who);
        await fill(pool, world);
        const expected = inOrder(
          world.filter((row) => row.status === 'won' && isVisible(who, row, tree)),
        ).sort();
        const query = deals.createQueryBuilder('d').where('d.status = :status', { status: 'won' });
        const built = await scope.applyTo(query, 'd', worldTable).getMany();
        expect(built.map(({ id }) => id).sort()).toEqual(expected);
        const optioned = await deals.find({
          where: { ...scope.where<Deal>(Raw, worldTable), status: Not('open') },
        });
        expect(optioned.map(({ id }) => id).sort()).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('counts what it shows, and sees nothing for somebody who is not active', async () => {
    const world: WorldRow[] = [
      {
        id: '00000000-0000-4000-8000-000000000000',
        madeAt: '2026-01-31T23:59:59.999990+00:00',
        ownerId: me,
        group: 1,
        level: 7,
        followerIds: [me],
        isPinned: false,
        status: 'open',
      },
    ];
    await fill(pool, world);
    const groups = [{ number: 1, parent: null }];
    for (const [scope, expected] of [
      [scopeOf(groups, { id: me, group: 1, managed: [], viewsAll: false }), 1],
      [scopeOf(groups, null), 0],
    ] as const) {
      const { text, values } = scope.count(worldTable);
      expect((await pool.query(text, [...values])).rows).toEqual([{ count: expected }]);
      expect(scope.sees({ ...world[0]!, isFollowed: true })).toBe(expected === 1);
    }
  });

  it.each(['', 'yesterday', '2026-01-31T08:00:00+00:00~\'; DROP TABLE crm."Deal"', '2026-02-31T08:00:00~1'])(
    'answers 400 to %j as the beginning of a page',
    (after) => {
      const scope = scopeOf([{ number: 1, parent: null }], {
        id: me,
        group: 1,
        managed: [],
        viewsAll: false,
      });
      expect(() => scope.page({ table: worldTable, limit: 5, after })).toThrow(BadRequestException);
    },
  );
});

describe('the level of a new item', () => {
  const groups = [
    { number: 1, parent: null },
    { number: 2, parent: 1 },
    { number: 3, parent: 2 },
  ];
  const who = { id: me, group: 3, managed: [], viewsAll: false };
  let asked: string[];
  const scope = (mayChange: boolean, viewer: Viewer | null = who) =>
    new VisibilityScope(viewer, modelOf(groups, { 1: 7, 2: 5 }), 'deal', {
      can: (permission) => {
        asked.push(permission);
        return mayChange;
      },
    });
  beforeEach(() => {
    asked = [];
  });

  it('is the default of the nearest group that has one', () => {
    expect(scope(false).defaultLevel).toBe(5);
    expect(scope(false).newItem()).toEqual({ ownerId: me, group: 3, level: 5 });
    expect(new VisibilityScope(who, modelOf(groups), 'deal').newItem().level).toBe(3);
    expect(asked).toEqual([]);
  });

  it('may be another with the permission alone', () => {
    expect(scope(true).newItem(1)).toMatchObject({ level: 1 });
    expect(asked).toEqual(['deal:change_visibility']);
    expect(() => scope(false).newItem(1)).toThrow(ForbiddenException);
    expect(() => new VisibilityScope(who, modelOf(groups), 'deal').newItem(7)).toThrow(ForbiddenException);
    expect(scope(false).newItem(5)).toMatchObject({ level: 5 });
  });

  it('is none of a stranger’s making', () => {
    for (const level of [0, 2, 3.5, 8, NaN]) {
      expect(() => scope(true).newItem(level)).toThrow(BadRequestException);
    }
    expect(() => scope(true, null).newItem()).toThrow(ForbiddenException);
  });
});
