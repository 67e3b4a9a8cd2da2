import { type BinaryLike, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { readBytes } from './hash-bytes.js';
import { accept, wholeNumber } from './hash-refused.js';
import { readPhcString, writePhcString } from './phc-string.js';

const MIB = 1024 * 1024;
const MAX_MEMORY_MIB = 128;
/** Memory times lanes: about two seconds. */
const MAX_WORK_MIB = 512;

const derive = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt);

/** What a scrypt hash is computed with. */
export interface ScryptParameters {
  /** Logarithm of N to the base 2. */
  readonly ln: unknown;
  readonly r: unknown;
  readonly p: unknown;
}

/** Costs within our limits. */
export interface ScryptCost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** @throws HashRefused when the costs are malformed or too high */
export function scryptCost(given: ScryptParameters): ScryptCost {
  const ln = wholeNumber(given.ln, 'scrypt ln', 1, 24);
  const r = wholeNumber(given.r, 'scrypt r', 1, 64);
  const p = wholeNumber(given.p, 'scrypt p', 1, 64);
  const memory = (128 * 2 ** ln * r) / MIB;
  accept(memory <= MAX_MEMORY_MIB, `scrypt would take ${memory} MiB, more than ${MAX_MEMORY_MIB}`);
  accept(memory * p <= MAX_WORK_MIB, `scrypt would take too long (p = ${p})`);
  return { ln, r, p };
}

/**
 * Writes a scrypt hash as it is kept.
 *
 * @throws HashRefused when it is malformed or too expensive
 */
export function scryptHash(cost: ScryptParameters, salt: Buffer, hash: unknown): string {
  return writePhcString('scrypt', { ...scryptCost(cost) }, salt, readBytes(hash, 'the hash', [16, 64]));
}

/** @throws HashRefused when it is malformed or too expensive */
export function scryptFromPhc(text: unknown): string {
  const { id, parameters, salt, hash } = readPhcString(text);
  accept(id === 'scrypt', 'the hash is not scrypt');
  const { ln, r, p } = parameters;
  return scryptHash({ ln, r, p }, readBytes(salt, 'the salt', [1, 1024]), hash);
}

/** Runs on Node.js' threads. */
export async function deriveWithScrypt(
  password: string,
  salt: Buffer,
  length: number,
  { ln, r, p }: ScryptCost,
): Promise<Buffer> {
  return derive(password, salt, length, { N: 2 ** ln, r, p, maxmem: 2 * MAX_MEMORY_MIB * MIB });
}

export async function verifyScrypt(password: string, stored: string): Promise<boolean> {
  const { parameters, salt, hash } = readPhcString(stored);
  const expected = Buffer.from(hash, 'base64');
  const { ln, r, p } = parameters;
  const cost = scryptCost({ ln, r, p });
  return timingSafeEqual(
    await deriveWithScrypt(password, Buffer.from(salt, 'base64'), expected.length, cost),
    expected,
  );
}
