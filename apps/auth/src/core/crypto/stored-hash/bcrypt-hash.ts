import bcrypt from 'bcrypt';
import { createHash } from 'node:crypto';
import { accept, wholeNumber } from './hash-refused.js';

/** A cost of 14 takes about a second. */
const MAX_COST = 14;
const FORM = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;

/** bcrypt reads no further. */
const MAX_BYTES = 72;

/** What is done to a password before bcrypt, by the mark in front of the hash. */
const prehashes: Readonly<Record<string, (password: string) => string>> = {
  // Ours: 64 characters, within bcrypt's limit and free of NUL, so that no byte of a long password is ignored.
  'sha384+': (password) => createHash('sha384').update(password).digest('base64'),
  // Django's bcrypt_sha256.
  'sha256+': (password) => createHash('sha256').update(password).digest('hex'),
};

/** Marks our own bcrypt hashes. */
export const OWN_PREHASH = 'sha384+';

/**
 * Writes a bcrypt hash as it is kept. `$2a$`, `$2b$` and `$2y$` mean the same; `$2x$` is a faulty variant.
 *
 * @param mark - says what was hashed before
 * @throws HashRefused when it is malformed or too expensive
 */
export function bcryptHash(text: unknown, mark: '' | 'sha256+' | 'sha384+' = ''): string {
  accept(typeof text === 'string', 'the hash must be text');
  const cost = FORM.exec(text)?.[1];
  accept(cost !== undefined, 'the hash is no bcrypt hash ($2a$, $2b$ or $2y$)');
  wholeNumber(cost, 'bcrypt cost', 4, MAX_COST);
  return `${mark}$2b$${text.slice(4)}`;
}

export const isBcrypt = (stored: string): boolean => /^(sha(256|384)\+)?\$2[aby]\$/.test(stored);

/** Hashes for keeping. */
export async function hashWithBcrypt(password: string, cost: number): Promise<string> {
  return OWN_PREHASH + (await bcrypt.hash(prehash(OWN_PREHASH, password), cost));
}

/** The cost of one of our own bcrypt hashes; 0 for any other. */
export function ownBcryptCost(stored: string): number {
  return stored.startsWith(OWN_PREHASH) ? Number(FORM.exec(stored.slice(OWN_PREHASH.length))?.[1] ?? 0) : 0;
}

export async function verifyBcrypt(password: string, stored: string): Promise<boolean> {
  const mark = stored.slice(0, stored.indexOf('$'));
  if (mark !== '') return bcrypt.compare(prehash(mark, password), stored.slice(mark.length));
  // A foreign bcrypt hash knows 72 bytes at most and ends at NUL: what it would ignore can't be verified.
  const readInFull = Buffer.byteLength(password) <= MAX_BYTES && !password.includes('\0');
  return (await bcrypt.compare(password, stored)) && readInFull;
}

function prehash(mark: string, password: string): string {
  const apply = prehashes[mark];
  if (apply === undefined) throw new Error('a bcrypt hash with an unknown mark is stored');
  return apply(password);
}
