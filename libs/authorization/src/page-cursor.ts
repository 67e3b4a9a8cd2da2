import type { IdType } from './visible-table.js';

/** The last row of a page: the next one begins behind it. */
export interface PageCursor {
  /** With all digits that the database has: a `Date` would lose some, and rows with them. */
  readonly createdAt: string;
  readonly id: string;
}

const TIME =
  /^((?!0000)\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$/;
const IDS: Readonly<Record<IdType, RegExp>> = {
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  text: /^[^\0]{0,200}$/,
  bigint: /^-?\d{1,18}$/,
  integer: /^-?\d{1,9}$/,
};

/**
 * Reads what a page's row carries as `visibility_cursor`. It went through a caller's hands: what is accepted is something
 * that the database can compare with.
 *
 * @throws RangeError when it is none
 * @example parseCursor('2026-01-31T08:00:00.123456+00:00~42', 'bigint').id // '42'
 */
export function parseCursor(text: string, idType: IdType = 'uuid'): PageCursor {
  const end = text.indexOf('~');
  const createdAt = text.slice(0, end);
  const id = text.slice(end + 1);
  if (end < 0 || !isTime(createdAt) || !IDS[idType].test(id)) throw new RangeError('not a cursor of a page');
  return { createdAt, id };
}

/** Tells 31 February from a day. */
function isTime(text: string): boolean {
  const day = TIME.exec(text)?.[1];
  if (day === undefined) return false;
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
