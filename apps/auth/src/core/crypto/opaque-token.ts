import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

const ID_BYTES = 16;
const SECRET_BYTES = 32;
const TEXT = /^[A-Za-z0-9_-]{64}$/;

/** An opaque token, split into the key of its row and the secret that proves its possession. */
export interface OpaqueToken {
  /** UUID of the row that the token belongs to. */
  readonly id: string;
  /** SHA-256 of the secret, 32 bytes. Only this is stored. */
  readonly hash: Buffer;
}

/** A token just made: the text is shown once and kept nowhere. */
export interface IssuedOpaqueToken extends OpaqueToken {
  /** The prefix, and 64 characters of base64url: the id and 256 random bits. */
  readonly text: string;
}

/**
 * Makes a token for the row `id` (a UUID).
 *
 * @param prefix - tells people, and programs that look for secrets, what they have before them
 */
export function issueOpaqueToken(id: string, prefix = ''): IssuedOpaqueToken {
  return fromSecret(id, randomBytes(SECRET_BYTES), prefix);
}

/**
 * Makes the token for the row `id` that follows from `source`: the same each time, and not to be found out without the
 * key.
 *
 * @param source - for example the text of another token
 * @param key - 32 bytes
 */
export function deriveOpaqueToken(id: string, source: string, key: Uint8Array): IssuedOpaqueToken {
  const data = Buffer.concat([parse(id), Buffer.from(source)]);
  return fromSecret(id, createHmac('sha256', key).update(data).digest(), '');
}

function fromSecret(id: string, secret: Uint8Array, prefix: string): IssuedOpaqueToken {
  const text = Buffer.concat([parse(id), secret]).toString('base64url');
  return { id, hash: sha256(secret), text: `${prefix}${text}` };
}

/**
 * Reads a token that somebody presents.
 *
 * @returns null for what was never issued in this form
 */
export function readOpaqueToken(text: string, prefix = ''): OpaqueToken | null {
  const encoded = text.slice(prefix.length);
  if (!text.startsWith(prefix) || !TEXT.test(encoded)) return null;
  const bytes = Buffer.from(encoded, 'base64url');
  try {
    return { id: stringify(bytes.subarray(0, ID_BYTES)), hash: sha256(bytes.subarray(ID_BYTES)) };
  } catch {
    return null;
  }
}

/** Compares two hashes in constant time. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** SHA-256, 32 bytes. */
export function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
