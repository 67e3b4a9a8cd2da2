/** The last row of a page: the next one begins behind it. */
export interface PageCursor {
  /** With all digits that the database has: a `Date` would lose some, and rows with them. */
  readonly createdAt: string;
  readonly id: string;
}

const CURSOR = /^(?<createdAt>\d{4,6}-\d\d-\d\dT[\d:.]+(?:[+-][\d:]+)?)~(?<id>[\w-]{1,100})$/;

/**
 * Reads what a page's row carries as `visibility_cursor`.
 *
 * @throws RangeError when it is none
 * @example parseCursor('2026-01-31T08:00:00.123456+00:00~42').id // '42'
 */
export function parseCursor(text: string): PageCursor {
  const { createdAt, id } = CURSOR.exec(text)?.groups ?? {};
  if (createdAt === undefined || id === undefined) throw new RangeError('not a cursor of a page');
  return { createdAt, id };
}
