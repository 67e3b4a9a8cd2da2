import { createHash, timingSafeEqual } from 'node:crypto';
import { type ByteEncoding, readBytes } from './hash-bytes.js';
import { accept } from './hash-refused.js';
import { readPhcString, writePhcString } from './phc-string.js';

const DIGEST_BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const;

/** What comes first. */
export const saltOrders = ['salt-password', 'password-salt'] as const;
export type SaltOrder = (typeof saltOrders)[number];

/** How salted SHA-2 hashes were made and are written. */
export interface SaltedSha2Form {
  readonly digest: keyof typeof DIGEST_BYTES;
  readonly saltOrder: SaltOrder;
  readonly hashEncoding: ByteEncoding;
  readonly saltEncoding: ByteEncoding;
}

/**
 * Writes a salted SHA-2 hash as it is kept.
 *
 * @throws HashRefused when it is not of that form
 */
export function saltedSha2Hash(salt: unknown, hash: unknown, form: SaltedSha2Form): string {
  const length = DIGEST_BYTES[form.digest];
  const bytes = readBytes(hash, 'the hash', [length, length], form.hashEncoding);
  const saltBytes = readBytes(salt, 'the salt', [1, 1024], form.saltEncoding);
  return writePhcString(`salted-${form.digest}`, { o: form.saltOrder }, saltBytes, bytes);
}

export function verifySaltedSha2(password: string, stored: string): boolean {
  const { id, parameters, salt, hash } = readPhcString(stored);
  const parts = [Buffer.from(salt, 'base64'), Buffer.from(password)];
  if (parameters.o === 'password-salt') parts.reverse();
  const digest = createHash(id.slice('salted-'.length)).update(Buffer.concat(parts)).digest();
  return timingSafeEqual(digest, Buffer.from(hash, 'base64'));
}

/** @throws HashRefused when it is malformed */
export function saltedSha2FromStored(text: string): string {
  const { id, parameters, salt, hash } = readPhcString(text);
  const digest = id.slice('salted-'.length);
  const saltOrder = saltOrders.find((order) => order === parameters.o);
  accept(Object.hasOwn(DIGEST_BYTES, digest) && saltOrder !== undefined, 'the hash is no salted SHA-2');
  const form = { digest: digest as SaltedSha2Form['digest'], saltOrder };
  return saltedSha2Hash(salt, hash, { ...form, hashEncoding: 'base64', saltEncoding: 'base64' });
}
