import { useEffect, useState } from 'react';
import { readPage } from '../kit/request.js';

/**
 * The further pages of a list of which a page has read the first.
 *
 * @returns items; more, which reads the next ones and is undefined at the end
 */
export function useMore(page, reading, params, first) {
  const [list, setList] = useState(first);
  useEffect(() => setList(first), [first]);
  const more = async () => {
    const next = await readPage(page, reading, { ...params, cursor: list.nextCursor });
    setList({ items: [...list.items, ...next.items], nextCursor: next.nextCursor });
  };
  return { items: list.items, more: list.nextCursor === null ? undefined : more };
}
