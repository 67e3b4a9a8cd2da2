import type { VisibilityLevel, VisibleItem, VisibleTable } from '@auth-service/authorization';

/** An item as its row says. */
export interface SeenItem extends VisibleItem {
  /** Whether it stays in its group when its owner moves. */
  readonly isPinned?: boolean;
  /** Whether the viewer follows it, where the row says that rather than name all followers. */
  readonly isFollowed?: boolean;
}

/** A row as the database gave it. */
export type PageRow = Readonly<Record<string, unknown>>;

/** What is seen of a page. */
export interface Page<Row> {
  readonly items: readonly Row[];
  /** For `after` of the next page; null at the end. */
  readonly next: string | null;
}

/** The columns that tell what an item says of its visibility. */
export function visibilityColumnsOf({ owner, group, level, pinned }: VisibleTable): string[] {
  return [
    owner ?? 'owner_id',
    group ?? 'vg',
    level ?? 'visible_to',
    ...(pinned === undefined ? [] : [pinned]),
  ];
}

/** What a row of a page says of its visibility. */
export function seenItemOf(table: VisibleTable, row: PageRow): SeenItem {
  const [owner, group, level, pinned] = visibilityColumnsOf(table).map((column) => row[column]);
  return {
    ownerId: owner == null ? null : (owner as string | number).toString(),
    group: Number(group),
    level: Number(level) as VisibilityLevel,
    isPinned: pinned === true,
    isFollowed: row.visibility_followed === true,
  };
}

/** A page of those rows that are seen. It ends where the rows end, not where those that are left do. */
export function pageOf<Row extends PageRow>(
  rows: readonly Row[],
  limit: number,
  isSeen: (row: Row) => boolean,
): Page<Row> {
  const last = rows.length < limit ? undefined : rows.at(-1)?.visibility_cursor;
  return { items: rows.filter(isSeen), next: typeof last === 'string' ? last : null };
}
