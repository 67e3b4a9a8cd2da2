import type {
  GroupNode,
  Viewer,
  VisibilityLevel,
  VisibleItem,
  VisibleTable,
} from '@auth-service/authorization';
import fc from 'fast-check';
import type pg from 'pg';

const GROUPS = 8;
export const people = Array.from(
  { length: 4 },
  (_, index) => `00000000-0000-4000-8000-00000000000${index + 1}`,
);
export const [me = ''] = people;

/** Names that are none of the defaults, in a schema, in capitals. */
export const worldTable = {
  name: 'crm.Deal',
  id: 'dealId',
  createdAt: 'madeAt',
  owner: 'seller',
  group: 'group',
  level: 'seenBy',
  pinned: 'isPinned',
  followers: { name: 'crm.deal_follower', item: 'deal', user: 'user' },
} satisfies VisibleTable;

/** A row of the table. */
export interface WorldRow extends VisibleItem {
  readonly id: string;
  readonly madeAt: string;
  readonly followerIds: readonly string[];
  readonly isPinned: boolean;
  readonly status: string;
}

/** Every group hangs under one before it, or at the top. */
export const forest: fc.Arbitrary<GroupNode[]> = fc.tuple(
  ...Array.from({ length: GROUPS }, (_, index) =>
    fc
      .option(fc.integer({ min: 1, max: Math.max(1, index) }), { nil: null })
      .map((parent) => ({ number: index + 1, parent: index === 0 ? null : parent })),
  ),
);

export const group = fc.integer({ min: 1, max: GROUPS });
export const viewer: fc.Arbitrary<Viewer> = fc.record({
  id: fc.constant(me),
  group,
  managed: fc.uniqueArray(group, { maxLength: 2 }),
  viewsAll: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});

const row = fc.record({
  ownerId: fc.option(fc.constantFrom(...people), { freq: 9 }),
  // A group that is in no tree as well.
  group: fc.integer({ min: 0, max: GROUPS }),
  level: fc.constantFrom<VisibilityLevel>(1, 1, 3, 3, 5, 5, 7),
  followerIds: fc.subarray(people, { maxLength: 2 }),
  // Some at the same moment, some within what a Date cannot tell apart.
  madeAt: fc
    .integer({ min: 0, max: 12 })
    .map((number) => `2026-01-31T23:59:59.99999${number % 10}+0${Math.floor(number / 10)}:00`),
  isPinned: fc.boolean(),
  status: fc.constantFrom('open', 'won'),
});

export const rows: fc.Arbitrary<WorldRow[]> = fc
  .array(row, { maxLength: 40 })
  .chain((drawn) =>
    fc
      .uniqueArray(fc.uuid(), { minLength: drawn.length, maxLength: drawn.length })
      .map((ids) => drawn.map((each, index) => ({ ...each, id: ids[index] ?? '' }))),
  );

export const createWorldTable = `
  CREATE SCHEMA crm;
  CREATE TABLE crm."Deal" ("dealId" uuid PRIMARY KEY, "madeAt" timestamptz NOT NULL, status text NOT NULL);
  CREATE TABLE crm.deal_follower ("user" uuid, deal uuid, PRIMARY KEY ("user", deal));`;

/** Makes the table's rows these. */
export async function fill(pool: pg.Pool, world: readonly WorldRow[]): Promise<void> {
  await pool.query('TRUNCATE crm."Deal", crm.deal_follower');
  await pool.query(
    `INSERT INTO crm."Deal" ("dealId", "madeAt", status, seller, "group", "seenBy", "isPinned")
     SELECT id, "madeAt", status, "ownerId", "group", level, "isPinned" FROM jsonb_to_recordset($1)
     AS t (id uuid, "madeAt" timestamptz, status text, "ownerId" uuid, "group" int, level smallint, "isPinned" boolean)`,
    [JSON.stringify(world)],
  );
  await pool.query(
    `INSERT INTO crm.deal_follower SELECT f::uuid, id FROM jsonb_to_recordset($1)
     AS t (id uuid, "followerIds" jsonb), jsonb_array_elements_text("followerIds") AS f`,
    [JSON.stringify(world)],
  );
}

/** The ids in the order of lists. */
export const inOrder = (world: readonly WorldRow[]): string[] =>
  [...world].sort((a, b) => moment(b) - moment(a) || (a.id < b.id ? 1 : -1)).map(({ id }) => id);

/** Microseconds since the earliest of them. */
const moment = ({ madeAt }: WorldRow): number =>
  Number(madeAt.slice(-7, -6)) - Number(madeAt.slice(-5, -3)) * 3_600_000_000;
