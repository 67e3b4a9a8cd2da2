import type { Page } from '../../core/http/index.js';

const CHUNK = 200;

/** Reads a list to its end. For lists that people make by hand: roles, the catalogue. */
export async function allItems<Item>(
  list: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await list({ limit: CHUNK, ...(cursor !== null && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
