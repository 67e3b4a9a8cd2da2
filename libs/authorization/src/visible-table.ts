import type { VisibilityColumns } from './visibility-condition.js';

/** Who follows what. */
export interface FollowerTable {
  /** `deal_follower`, or with its schema `crm.deal_follower`. */
  readonly name: string;
  /** The column with the item's id; `item_id` when nothing is said. */
  readonly item?: string;
  /** The column with the user's id; `user_id` when nothing is said. */
  readonly user?: string;
}

/** The types of ids. */
export type IdType = 'uuid' | 'text' | 'bigint' | 'integer';

/** The names of what the rule needs of a row. None of the columns but the owner may be null. */
export interface VisibleNames {
  /** The primary key; `id` when nothing is said. */
  readonly id?: string;
  /** The key's type, by which cursors are checked; `uuid` when nothing is said. */
  readonly idType?: IdType;
  /** When the row was made, by which lists are sorted; `created_at` when nothing is said. */
  readonly createdAt?: string;
  /** The owner's id; `owner_id` when nothing is said. */
  readonly owner?: string;
  /** The number of the group in which the row counts; `vg` when nothing is said. */
  readonly group?: string;
  /** The level; `visible_to` when nothing is said. */
  readonly level?: string;
  /** A boolean: the row stays in its group when its owner moves. Without it no row does. */
  readonly pinned?: string;
  readonly followers?: FollowerTable;
}

/** A table whose rows are not seen by everybody. */
export interface VisibleTable extends VisibleNames {
  /** `deal`, or with its schema `crm.deal`. */
  readonly name: string;
}

/** Name by which conditions of a programmer's own call the row, for example `item.status = $1`. */
export const ITEM_ALIAS = 'item';

/** The parts of a table's name. */
export interface TableNames {
  readonly schema: string | null;
  readonly table: string;
}

/** What PostgreSQL takes as a name without cutting it. */
const NAME = /^[a-z_][a-z0-9_$]{0,62}$/i;

/**
 * Writes a name as SQL.
 *
 * @throws RangeError for what is no plain name, so that nothing else gets in through one
 * @example quoteName('createdAt') // '"createdAt"'
 */
export function quoteName(name: string): string {
  if (!NAME.test(name)) throw new RangeError(`${JSON.stringify(name)} is no name of a table or column`);
  return `"${name}"`;
}

/**
 * Takes `deal` or `crm.deal` apart.
 *
 * @throws RangeError for more than a schema and a table
 * @example tableNames('crm.deal') // { schema: 'crm', table: 'deal' }
 */
export function tableNames(name: string): TableNames {
  const [first = '', second, ...rest] = name.split('.');
  if (rest.length > 0) throw new RangeError(`${JSON.stringify(name)} has more than a schema and a table`);
  return second === undefined ? { schema: null, table: first } : { schema: first, table: second };
}

/**
 * Writes a table's name as SQL, with its schema where it has one.
 *
 * @throws RangeError for what is no plain name
 * @example quoteTable('crm.deal') // '"crm"."deal"'
 */
export function quoteTable(name: string): string {
  const { schema, table } = tableNames(name);
  return schema === null ? quoteName(table) : `${quoteName(schema)}.${quoteName(table)}`;
}

/** A visible table with every name written as SQL. */
export interface QuotedTable {
  readonly name: string;
  readonly id: string;
  readonly createdAt: string;
  readonly owner: string;
  readonly group: string;
  readonly level: string;
  readonly pinned: string | null;
  readonly followers: { readonly name: string; readonly item: string; readonly user: string } | null;
}

/**
 * Fills in the names that were not said, and quotes all of them.
 *
 * @throws RangeError for what is no plain name
 * @example quoted({ name: 'deal' }).owner // '"owner_id"'
 */
export function quoted(table: VisibleTable): QuotedTable {
  const { followers } = table;
  return {
    name: quoteTable(table.name),
    id: quoteName(table.id ?? 'id'),
    createdAt: quoteName(table.createdAt ?? 'created_at'),
    owner: quoteName(table.owner ?? 'owner_id'),
    group: quoteName(table.group ?? 'vg'),
    level: quoteName(table.level ?? 'visible_to'),
    pinned: table.pinned === undefined ? null : quoteName(table.pinned),
    followers:
      followers === undefined
        ? null
        : {
            name: quoteTable(followers.name),
            item: quoteName(followers.item ?? 'item_id'),
            user: quoteName(followers.user ?? 'user_id'),
          },
  };
}

/**
 * Where `toSql` finds a table's columns.
 *
 * @param alias - of the table in the statement, written as SQL
 * @example columnsOf(quoted({ name: 'deal' })).group // 'item."vg"'
 */
export function columnsOf(table: QuotedTable, alias: string = ITEM_ALIAS): VisibilityColumns {
  const { followers } = table;
  return {
    owner: `${alias}.${table.owner}`,
    group: `${alias}.${table.group}`,
    level: `${alias}.${table.level}`,
    ...(followers && {
      // Not EXISTS: this is worked out once for the statement, not once for each row.
      followed: `${alias}.${table.id} IN (SELECT ${followers.item} FROM ${followers.name} WHERE ${followers.user} = $me)`,
    }),
  };
}
