import { z } from 'zod';
import type { AuditEvent } from '../../../audit/index.js';
import type { PreviewedChange } from '../previews/previewed-change.js';

/** How a change that the audit log tells of is taken back. */
export interface Undo {
  /** What the change left, as {@link now} reads it. */
  readonly left: unknown;
  /** What is there now of that which was changed. */
  now(): Promise<unknown>;
  /** What makes it as it was before; made together. */
  readonly changes: readonly PreviewedChange[];
}

/** Reads from an event how it is taken back; null when this one is not. */
export type UndoOf = (event: AuditEvent) => Undo | null;

/** Something given to a user, as events keep it. */
export const givenRole = z.object({
  roleId: z.uuid(),
  validFrom: z.coerce.date(),
  validUntil: z.coerce.date().nullable(),
});

export const ids = z.array(z.string());

/** By their text, so that two lists of the same things are equal. */
export const sorted = <Item>(items: readonly Item[]): Item[] =>
  [...items].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/** In lists of what has the same key, in the order in which the keys come. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** What two states are compared by: times are texts in what the log keeps. */
export const asKept = (state: unknown): string => JSON.stringify(state ?? null);
