import { verify } from '@node-rs/argon2';
import { readBytes, writeBytes } from './hash-bytes.js';
import { accept, wholeNumber } from './hash-refused.js';
import { readPhcString } from './phc-string.js';

/** 256 MiB; a login must not be able to take more. */
const MAX_MEMORY_KIB = 262_144;
/** Memory times passes: about a second. */
const MAX_WORK_KIB = 1_048_576;

/** What an argon2 hash is computed with. */
export interface Argon2Parameters {
  readonly type: string;
  readonly version: unknown;
  readonly memoryKiB: unknown;
  readonly passes: unknown;
  readonly lanes: unknown;
  readonly salt: unknown;
  readonly hash: unknown;
}

/**
 * Writes an argon2 hash as it is kept.
 *
 * @throws HashRefused when it is malformed or too expensive
 */
export function argon2Hash(given: Argon2Parameters): string {
  const { type, version } = given;
  accept(/^argon2(id|i|d)$/.test(type), 'the hash is not one of argon2id, argon2i and argon2d');
  accept(String(version) === '19', 'only version 19 (1.3) of argon2 is supported');
  const lanes = wholeNumber(given.lanes, 'argon2 parallelism', 1, 16);
  const passes = wholeNumber(given.passes, 'argon2 iterations', 1, 64);
  const memory = wholeNumber(given.memoryKiB, 'argon2 memory', 8 * lanes, MAX_MEMORY_KIB);
  wholeNumber(memory * passes, 'argon2 memory times iterations', 1, MAX_WORK_KIB);
  const salt = writeBytes(readBytes(given.salt, 'the salt', [8, 64]));
  const hash = writeBytes(readBytes(given.hash, 'the hash', [16, 64]));
  return `$${type}$v=19$m=${memory},t=${passes},p=${lanes}$${salt}$${hash}`;
}

/** @throws HashRefused when it is malformed or too expensive */
export function argon2FromPhc(text: unknown): string {
  const { id, version, parameters, salt, hash } = readPhcString(text);
  const { m: memoryKiB, t: passes, p: lanes } = parameters;
  return argon2Hash({ type: id, version, memoryKiB, passes, lanes, salt, hash });
}

export const verifyArgon2 = (password: string, stored: string): Promise<boolean> => verify(stored, password);
