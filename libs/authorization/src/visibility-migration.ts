import {
  type IdType,
  quoteName,
  quoted,
  quoteTable,
  tableNames,
  type VisibleTable,
} from './visible-table.js';

/** An index, in statements that lock nobody out but must run outside of a transaction. */
export interface IndexMigration {
  /** Its name as SQL, with the schema of its table. */
  readonly name: string;
  readonly create: string;
  readonly drop: string;
}

/** What makes a table a visible one, and what takes that back. */
export interface VisibilityMigration {
  /** Columns and constraint: each locks the table for a moment only, however many rows it has. */
  readonly columns: readonly string[];
  readonly indexes: readonly IndexMigration[];
  /** All of it in its order. */
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** Longest beginning of a table's name that leaves room for what the index is for. */
const MAX_PREFIX = 40;

/**
 * The columns and indexes that visibility needs. The table has its key and its time of creation already.
 *
 * Rows that are there get group 0, which is nobody's: until the keeper has found their owners' groups, they are seen by
 * owner, followers and, at level 7, everyone.
 *
 * @param ownerType - null when the table has its owner's column already: that is left alone then, also on the way down
 * @example for (const statement of visibilityMigration({ name: 'deal' }).up) await client.query(statement);
 */
export function visibilityMigration(
  table: VisibleTable,
  ownerType: IdType | null = 'uuid',
): VisibilityMigration {
  const { name, owner, group, level, pinned } = quoted(table);
  const check = quoteName(`${prefixOf(table.name)}_visible_to_check`);
  const added = [
    ...(ownerType === null ? [] : [{ column: owner, type: ownerType }]),
    { column: group, type: 'integer NOT NULL DEFAULT 0' },
    { column: level, type: 'smallint NOT NULL DEFAULT 3' },
    ...(pinned === null ? [] : [{ column: pinned, type: 'boolean NOT NULL DEFAULT false' }]),
  ];
  const columns = [
    `ALTER TABLE ${name} ${added.map(({ column, type }) => `ADD COLUMN IF NOT EXISTS ${column} ${type}`).join(', ')}`,
    `ALTER TABLE ${name} DROP CONSTRAINT IF EXISTS ${check}, ADD CONSTRAINT ${check} CHECK (${level} IN (1, 3, 5, 7)) NOT VALID`,
    `ALTER TABLE ${name} VALIDATE CONSTRAINT ${check}`,
  ];
  const indexes = indexesOf(table);
  return {
    columns,
    indexes,
    up: [...columns, ...indexes.map(({ create }) => create)],
    down: [
      ...indexes.map(({ drop }) => drop),
      `ALTER TABLE ${name} DROP CONSTRAINT IF EXISTS ${check}, ${added.map(({ column }) => `DROP COLUMN IF EXISTS ${column}`).join(', ')}`,
    ],
  };
}

/** One for each way to a row, each in the order of lists; the last for who sees most of them. */
function indexesOf(table: VisibleTable): IndexMigration[] {
  const { owner, group, level, createdAt, id, followers } = quoted(table);
  const newest = `${createdAt} DESC, ${id} DESC`;
  return [
    indexOn(table.name, 'by_owner', `(${owner}, ${newest})`),
    indexOn(table.name, 'by_group_and_level', `(${group}, ${level}, ${newest})`),
    indexOn(table.name, 'by_group', `(${group}, ${newest})`),
    indexOn(table.name, 'for_everyone', `(${newest}) WHERE ${level} = 7`),
    indexOn(table.name, 'newest', `(${newest})`),
    ...(table.followers === undefined || followers === null
      ? []
      : [indexOn(table.followers.name, 'by_user', `(${followers.user}, ${followers.item})`)]),
  ];
}

function indexOn(tableName: string, purpose: string, columns: string): IndexMigration {
  const { schema } = tableNames(tableName);
  const index = quoteName(`${prefixOf(tableName)}_${purpose}`);
  const name = schema === null ? index : `${quoteName(schema)}.${index}`;
  return {
    name,
    create: `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${index} ON ${quoteTable(tableName)} ${columns}`,
    drop: `DROP INDEX CONCURRENTLY IF EXISTS ${name}`,
  };
}

const prefixOf = (name: string): string => tableNames(name).table.slice(0, MAX_PREFIX);
