import { randomBytes, randomInt } from 'node:crypto';

/** A secret of 192 random bits, in base64url. */
export const randomSecret = (): string => randomBytes(24).toString('base64url');

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Random bits to be read and typed by people: Base32 (RFC 4648), without padding.
 *
 * @param bytes - a multiple of 5
 */
export function randomBase32(bytes: number): string {
  const bits = [...randomBytes(bytes)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32.charAt(parseInt(five, 2))).join('');
}

/** Random decimal digits, evenly distributed. */
export const randomDigits = (count: number): string =>
  Array.from({ length: count }, () => String(randomInt(10))).join('');
