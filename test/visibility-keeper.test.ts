import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuthorizationModel, type AuthorizationUpdate, plainSubject } from '@auth-service/authorization';
import fc from 'fast-check';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  addVisibility,
  GroupKeeper,
  type GroupMove,
  movesOf,
  type PageRow,
  removeVisibility,
} from '../libs/guard/src/visibility/index.js';
import { useDatabase } from './support/app.js';
import { createWorldTable, fill, me, people, rows, worldTable } from './support/visibility-worlds.js';

// Before the database is dropped.
afterAll(() => pool.end());
const database = useDatabase('empty');
const plain = useDatabase('empty');
let pool: pg.Pool;
let keeper: GroupKeeper;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query(createWorldTable);
  const source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  const runner = source.createQueryRunner();
  await addVisibility(runner, worldTable);
  await runner.release();
  await source.destroy();
  keeper = new GroupKeeper(
    worldTable,
    async (text, values) => (await pool.query<PageRow>(text, values)).rows,
    {
      batchSize: 3,
    },
  );
}, 30_000);

interface Place {
  id: string;
  owner: string | null;
  group: number;
  pinned: boolean;
}

const places = async () =>
  (
    await pool.query<Place>(
      'SELECT "dealId" AS id, seller AS owner, "group", "isPinned" AS pinned FROM crm."Deal" ORDER BY 1',
    )
  ).rows;

const homes = fc.tuple(...people.map(() => fc.integer({ min: 1, max: 8 })));
const groupOfIn = (groups: readonly number[]) => (userId: string) => groups[people.indexOf(userId)] ?? 0;

/** Where every row belongs: pinned and ownerless ones stay. */
const settled = (before: readonly Place[], groupOf: (userId: string) => number): Place[] =>
  before.map((place) =>
    place.pinned || place.owner === null ? place : { ...place, group: groupOf(place.owner) },
  );

async function* inTurn(moves: readonly GroupMove[]) {
  for (const move of moves) yield await Promise.resolve(move);
}

describe('GroupKeeper', () => {
  it('brings every row to its owner’s group by reconciling, and finds nothing to do then', async () => {
    await fc.assert(
      fc.asyncProperty(rows, homes, async (world, groups) => {
        const groupOf = groupOfIn(groups);
        await fill(pool, world);
        const before = await places();
        const expected = settled(before, groupOf);
        const changed = expected.filter(({ group }, index) => group !== before[index]?.group).length;
        const owners = new Set(before.flatMap(({ owner }) => owner ?? [])).size;
        expect(await keeper.reconcile(groupOf)).toEqual({ owners, moved: changed });
        expect(await places()).toEqual(expected);
        expect(await keeper.reconcile(groupOf)).toEqual({ owners, moved: 0 });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('follows moves, and counts the rows of one', async () => {
    await fc.assert(
      fc.asyncProperty(rows, homes, homes, async (world, first, last) => {
        await fill(pool, world);
        const before = await places();
        const moves = [first, last].flatMap((groups) =>
          people.map((userId) => ({ userId, group: groupOfIn(groups)(userId) })),
        );
        await keeper.follow(inTurn(moves));
        const after = await places();
        expect(after).toEqual(settled(before, groupOfIn(last)));
        const mine = after.filter(({ owner, pinned }) => owner === me && !pinned);
        expect(await keeper.move(me, 99)).toBe(mine.length);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('goes on where it was interrupted', async () => {
    const spread = fc.sample(rows, { numRuns: 1, seed: 1 })[0]!.slice(0, 4);
    await fill(
      pool,
      spread.map((row, index) => ({ ...row, ownerId: people[index]!, group: 1, isPinned: false })),
    );
    const stop = new AbortController();
    const [, second] = people;
    expect(await keeper.reconcile(() => 2, { after: second! })).toEqual({ owners: 2, moved: 2 });
    const progress: unknown[] = [];
    const seen = keeper.reconcile(() => 3, {
      signal: stop.signal,
      onProgress: (now) => {
        progress.push(now);
        stop.abort();
      },
    });
    await expect(seen).rejects.toThrow('aborted');
    expect(progress).toEqual([{ after: people[3], owners: 4, moved: 4 }]);
  });

  it('ends in the group said last when two of them work at once', async () => {
    const many = fc.sample(rows, { numRuns: 1, seed: 3 })[0]!;
    const world = Array.from({ length: 30 }, (_, index) => ({
      ...many[0]!,
      id: `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`,
      ownerId: me,
      group: 1,
      isPinned: false,
    }));
    await fill(pool, world);
    const moves = Array.from({ length: 10 }, (_, index) => ({ userId: me, group: index + 2 }));
    await Promise.all([1, 2, 3].map(() => keeper.follow(inTurn(moves))));
    expect(new Set((await places()).map(({ group }) => group))).toEqual(new Set([11]));
  });

  it('takes moves out of an update, the default group for who is in none', () => {
    const model = new AuthorizationModel({
      permissions: [],
      roles: [],
      teams: [],
      groups: [3, 4].map((number) => ({
        id: String(number),
        number,
        name: 'group',
        parent: null,
        isDefault: number === 3,
        managers: [],
        defaults: {},
      })),
    });
    const users = [plainSubject('a'), { ...plainSubject('b'), group: 4 }, { ...plainSubject('c'), group: 9 }];
    expect(movesOf({ users } as unknown as AuthorizationUpdate, model)).toEqual([
      { userId: 'a', group: 3 },
      { userId: 'b', group: 4 },
      { userId: 'c', group: 3 },
    ]);
  });
});

const task = { name: 'task', followers: { name: 'task_follower' } };

class TaskVisibility1700000000000 implements MigrationInterface {
  readonly transaction = false;
  up = (runner: QueryRunner) => addVisibility(runner, task);
  down = (runner: QueryRunner) => removeVisibility(runner, task);
}

class InOneTransaction1700000000000 implements MigrationInterface {
  up = (runner: QueryRunner) => addVisibility(runner, task);
  down = (runner: QueryRunner) => removeVisibility(runner, task);
}

describe('the migration', () => {
  async function connect(migration: new () => MigrationInterface): Promise<DataSource> {
    return new DataSource({
      type: 'postgres',
      url: plain.url,
      migrations: [migration],
      migrationsTransactionMode: 'each',
      logger: 'debug',
    }).initialize();
  }

  const shape = async (source: DataSource) => ({
    columns: await source.query(
      `SELECT column_name, data_type, is_nullable, column_default FROM information_schema.columns
       WHERE table_name = 'task' ORDER BY 1`,
    ),
    indexes: await source.query(
      `SELECT indexdef, indisvalid FROM pg_indexes JOIN pg_index ON indexrelid = indexname::regclass
       WHERE tablename IN ('task', 'task_follower') ORDER BY 1`,
    ),
  });

  it('goes up and down beside rows and beside others who write, and repairs an interrupted index', async () => {
    const source = await connect(TaskVisibility1700000000000);
    try {
      await source.query(`CREATE TABLE task (id uuid PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT now());
        CREATE TABLE task_follower (user_id uuid, item_id uuid);
        INSERT INTO task SELECT gen_random_uuid() FROM generate_series(1, 100)`);
      const before = await shape(source);
      await source.runMigrations();
      const after = await shape(source);
      expect(after.indexes).toHaveLength(7);
      expect(
        await source.query('SELECT vg, visible_to, owner_id, count(*)::int FROM task GROUP BY 1, 2, 3'),
      ).toEqual([{ vg: 0, visible_to: 3, owner_id: null, count: 100 }]);
      await expect(source.query('UPDATE task SET visible_to = 2')).rejects.toThrow('visible_to_check');
      // Fails in the middle, and leaves an index behind that nothing uses.
      await source.query('DROP INDEX task_by_group');
      const broken = source.query('CREATE INDEX CONCURRENTLY task_by_group ON task ((1 / vg))');
      await expect(broken).rejects.toThrow('division by zero');
      const runner = source.createQueryRunner();
      await addVisibility(runner, task);
      await runner.release();
      expect(await shape(source)).toEqual(after);
      await source.undoLastMigration();
      expect(await shape(source)).toEqual(before);
    } finally {
      await source.destroy();
    }
  }, 30_000);

  it('refuses to lock a table with rows, and says what to set', async () => {
    const source = await connect(InOneTransaction1700000000000);
    try {
      await expect(source.runMigrations()).rejects.toThrow('transaction = false');
      await source.query('DELETE FROM task');
      await source.runMigrations();
      expect((await shape(source)).indexes).toHaveLength(7);
      await source.undoLastMigration();
    } finally {
      await source.destroy();
    }
  }, 30_000);

  it('leaves an owner’s column alone that was there before', async () => {
    const source = await connect(TaskVisibility1700000000000);
    const runner = source.createQueryRunner();
    try {
      await source.query('ALTER TABLE task ADD COLUMN owner_id uuid');
      const before = await shape(source);
      await addVisibility(runner, task, null);
      await removeVisibility(runner, task, null);
      expect(await shape(source)).toEqual(before);
    } finally {
      await runner.release();
      await source.destroy();
    }
  });
});
