import { createHmac, randomBytes } from 'node:crypto';

/** HMAC with SHA-256 (RFC 2104), 32 bytes. What is hashed is all parts, one behind the other. */
export function keyedHash(key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** A key for {@link keyedHash}: 32 random bytes. */
export const randomKey = (): Buffer => randomBytes(32);
