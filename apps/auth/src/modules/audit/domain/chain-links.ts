import { keyedHash, sameHash } from '../../../core/crypto/index.js';

/** What stands before the first entry. */
export const BEGINNING: Buffer = Buffer.alloc(32);

/** An entry as it is hashed. */
export interface ChainedContent {
  readonly id: string;
  /** Every column as one text. */
  readonly content: string;
}

/** An entry with its place in the chain. */
export interface ChainLink extends ChainedContent {
  readonly position: number;
  readonly hash: Buffer;
}

/** Where the chain ends. */
export interface ChainEnd {
  readonly position: number;
  readonly hash: Buffer;
}

/** The hash of an entry at a position, behind an entry with the hash `previous`. */
export const linkHash = (key: Buffer, previous: Buffer, position: number, content: string): Buffer =>
  keyedHash(key, previous, `${position}\n`, content);

/** Proves that the chain's end was written by who has the key. */
export const endMark = (key: Buffer, { position, hash }: ChainEnd): Buffer =>
  keyedHash(key, 'end of the chain\n', `${position}\n`, hash);

/** Continues the chain. */
export function chain(key: Buffer, end: ChainEnd, entries: readonly ChainedContent[]): ChainLink[] {
  let { position, hash } = end;
  return entries.map((entry) => {
    position += 1;
    hash = linkHash(key, hash, position, entry.content);
    return { ...entry, position, hash };
  });
}

/** How an entry differs from what was sealed. `head`: the chain's recorded end is not genuine, or is gone. */
export const chainFaultKinds = ['changed', 'removed', 'inserted', 'reordered', 'head'] as const;
export type ChainFaultKind = (typeof chainFaultKinds)[number];

/** The first place that is not as it was sealed. */
export interface ChainFault {
  readonly kind: ChainFaultKind;
  readonly position: number;
  /** The entry that stands there; null where one is missing. */
  readonly eventId: string | null;
}

/**
 * Looks for the first entry that is not as it was sealed.
 *
 * @param end - up to where all is well
 * @param links - what follows it, by position
 */
export function findFault(key: Buffer, end: ChainEnd, links: readonly ChainLink[]): ChainFault | null {
  let { position, hash } = end;
  for (const [index, link] of links.entries()) {
    position += 1;
    if (link.position > position) return { kind: 'removed', position, eventId: null };
    if (link.position < position) return { kind: 'inserted', position: link.position, eventId: link.id };
    if (!sameHash(linkHash(key, hash, position, link.content), link.hash))
      return { kind: kindOf(key, hash, links.slice(index)), position, eventId: link.id };
    hash = link.hash;
  }
  return null;
}

/** What became of an entry that does not fit behind `previous`: as far as those after it tell. */
function kindOf(key: Buffer, previous: Buffer, [link, ...later]: readonly ChainLink[]): ChainFaultKind {
  if (link === undefined) return 'removed';
  const rightful = later.findIndex(({ content, hash }) => {
    const rightHash = linkHash(key, previous, link.position, content);
    return sameHash(rightHash, hash) || sameHash(rightHash, link.hash);
  });
  if (rightful === -1) return 'changed';
  const place = later[rightful];
  const before = rightful === 0 ? hashAt(key, previous, link, place) : later[rightful - 1]?.hash;
  if (place === undefined || before === undefined) return 'reordered';
  const ownHash = linkHash(key, before, place.position, link.content);
  const fitsThere = sameHash(ownHash, place.hash) || sameHash(ownHash, link.hash);
  return fitsThere || rightful > 0 ? 'reordered' : 'inserted';
}

const hashAt = (key: Buffer, previous: Buffer, { position }: ChainLink, place: ChainLink | undefined) =>
  place && linkHash(key, previous, position, place.content);
