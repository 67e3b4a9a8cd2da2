import { accept } from './hash-refused.js';

/** How bytes are written in a file. */
export const byteEncodings = ['base64', 'hex', 'utf8'] as const;
export type ByteEncoding = (typeof byteEncodings)[number];

const FORMS = {
  // Both alphabets, with or without padding, and the full stop that passlib writes for a plus.
  base64: /^[A-Za-z0-9+/._-]*={0,2}$/,
  hex: /^(?:[0-9a-f]{2})*$/i,
  utf8: /^/,
} as const;

/**
 * Reads bytes.
 *
 * @throws HashRefused when the text is not encoded as said, or holds too few or too many
 */
export function readBytes(
  text: unknown,
  name: string,
  [min, max]: readonly [number, number],
  encoding: ByteEncoding = 'base64',
): Buffer {
  accept(typeof text === 'string', `${name} is missing`);
  accept(FORMS[encoding].test(text), `${name} is not ${encoding}`);
  const bytes = Buffer.from(encoding === 'base64' ? text.replaceAll('.', '+') : text, encoding);
  const digits = text.replace(/=+$/, '').length;
  accept(encoding !== 'base64' || Math.floor((digits * 3) / 4) === bytes.length, `${name} is not base64`);
  accept(
    bytes.length >= min && bytes.length <= max,
    `${name} has ${bytes.length} bytes, not ${min} to ${max}`,
  );
  return bytes;
}

/** As PHC strings have it: base64 without padding. */
export const writeBytes = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/=+$/, '');
