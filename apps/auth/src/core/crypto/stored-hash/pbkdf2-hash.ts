import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { readBytes } from './hash-bytes.js';
import { accept, wholeNumber } from './hash-refused.js';
import { type PhcString, readPhcString, writePhcString } from './phc-string.js';

/** About three seconds. */
const MAX_ITERATIONS = 3_000_000;
const DIGEST_BYTES = { sha1: 20, sha256: 32, sha512: 64 } as const;

const derive = promisify(pbkdf2);

/** What a PBKDF2 hash is computed with. */
export interface Pbkdf2Parameters {
  readonly digest: string;
  readonly iterations: unknown;
  readonly salt: Buffer;
  readonly hash: unknown;
}

/**
 * Writes a PBKDF2 hash as it is kept. Of a hash longer than the digest the first block is kept: each of its blocks
 * costs all iterations again, and proves the password by itself.
 *
 * @throws HashRefused when it is malformed or too expensive
 */
export function pbkdf2Hash({ digest, salt, ...given }: Pbkdf2Parameters): string {
  accept(isDigest(digest), 'the digest is not one of sha1, sha256 and sha512');
  const i = wholeNumber(given.iterations, 'PBKDF2 iterations', 1, MAX_ITERATIONS);
  const hash = readBytes(given.hash, 'the hash', [16, 512]).subarray(0, DIGEST_BYTES[digest]);
  return writePhcString(`pbkdf2-${digest}`, { i }, salt, hash);
}

/**
 * Takes `$pbkdf2-sha256$i=…$salt$hash`, and passlib's `$pbkdf2-sha256$29000$salt$hash`, where `$pbkdf2$` is SHA-1.
 *
 * @throws HashRefused when it is malformed or too expensive
 */
export function pbkdf2FromPhc(text: unknown): string {
  const phc = readPhcString(text);
  const [, digest] = /^pbkdf2(?:-(sha1|sha256|sha512))?$/.exec(phc.id) ?? [];
  accept(phc.id.startsWith('pbkdf2'), 'the hash is not PBKDF2');
  const iterations = iterationsOf(phc);
  const salt = readBytes(phc.salt, 'the salt', [1, 1024]);
  return pbkdf2Hash({
    digest: phc.id === 'pbkdf2' ? 'sha1' : (digest ?? phc.id),
    iterations,
    salt,
    hash: phc.hash,
  });
}

export async function verifyPbkdf2(password: string, stored: string): Promise<boolean> {
  const phc = readPhcString(stored);
  const expected = Buffer.from(phc.hash, 'base64');
  const salt = Buffer.from(phc.salt, 'base64');
  const digest = phc.id.slice('pbkdf2-'.length);
  return timingSafeEqual(
    await derive(password, salt, Number(iterationsOf(phc)), expected.length, digest),
    expected,
  );
}

const iterationsOf = ({ parameters }: PhcString): string | undefined => parameters.i ?? parameters[''];

const isDigest = (name: string): name is keyof typeof DIGEST_BYTES => Object.hasOwn(DIGEST_BYTES, name);
