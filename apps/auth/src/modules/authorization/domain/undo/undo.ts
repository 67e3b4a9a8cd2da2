import { z } from 'zod';
import type { AuditEvent } from '../../../audit/index.js';
import type { PreviewedChange } from '../previews/previewed-change.js';

/** Something that a deletion ended and that taking it back does not bring back. */
export interface NotRestored {
  readonly what:
    'permission' | 'parent' | 'above' | 'member' | 'manager' | 'child' | 'role' | 'team' | 'default';
  /** `gone`: there is no such thing any more. `elsewhere`: it was moved since, and stays there. */
  readonly why: 'gone' | 'elsewhere';
  /** Of permissions the names, of defaults the types, of all else the ids. */
  readonly ids: readonly string[];
}

/** What takes a change back, and what of it does not come back. */
export interface Inverse {
  /** Made together. */
  readonly changes: readonly PreviewedChange[];
  readonly notRestored: readonly NotRestored[];
}

/** How a change that the audit log tells of is taken back. */
export interface Undo {
  /** What the change left, as {@link now} reads it. */
  readonly left: unknown;
  /** What is there now of that which was changed. */
  now(): Promise<unknown>;
  /** What makes it as it was before; made together. Of a deletion it depends on what is still there. */
  readonly changes: readonly PreviewedChange[] | (() => Promise<Inverse>);
}

/** Reads from an event how it is taken back; null when this one is not. */
export type UndoOf = (event: AuditEvent) => Undo | null;

/** Something given to a user, as events keep it. */
export const givenRole = z.object({
  roleId: z.uuid(),
  validFrom: z.coerce.date(),
  validUntil: z.coerce.date().nullable(),
});

/** How something is called and described, as events keep it. */
export const naming = z.object({ name: z.string(), description: z.string() });

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

/** Without what nothing is said of. */
export const withIds = (...all: readonly NotRestored[]): NotRestored[] =>
  all.filter(({ ids: those }) => those.length > 0);

/** What two states are compared by: times are texts in what the log keeps. */
export const asKept = (state: unknown): string => JSON.stringify(state ?? null);
