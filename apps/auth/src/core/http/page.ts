import { AppError } from '../errors/index.js';

/** Items on a page when nothing is said. */
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

/** A page of a list, in a stable order. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; null on the last one. */
  readonly nextCursor: string | null;
}

/** Where a page begins: behind the item with this sort value and id. */
export interface PagePosition {
  readonly value: string | null;
  readonly id: string;
}

const ID = /^[0-9a-f-]{36}$/;

/** Encodes a position together with the sort it belongs to. */
export function encodeCursor(sort: string, position: PagePosition): string {
  return Buffer.from(JSON.stringify([sort, position.value, position.id])).toString('base64url');
}

/**
 * Decodes a cursor.
 *
 * @param sort - the sort of this request; a cursor of another one is refused
 * @throws AppError `invalid_cursor`
 */
export function decodeCursor(sort: string, cursor: string): PagePosition {
  try {
    const [ofSort, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isValue = value === null || (typeof value === 'string' && !value.includes('\0'));
    if (ofSort === sort && isValue && typeof id === 'string' && ID.test(id)) return { value, id };
  } catch {
    // Falls through to the same answer as a well-formed cursor with a wrong content.
  }
  throw AppError.forField('invalid_cursor', 'cursor', 'this cursor does not belong to this list and sort');
}

/**
 * Makes a page of what was read: one row more than its size tells that there is a next one.
 *
 * @param position - of an item in the sort
 */
export function toPage<Item>(
  rows: readonly Item[],
  limit: number,
  sort: string,
  position: (item: Item) => PagePosition,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasNext = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasNext ? encodeCursor(sort, position(last)) : null };
}
