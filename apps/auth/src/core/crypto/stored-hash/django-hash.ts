import { argon2FromPhc } from './argon2-hash.js';
import { bcryptHash } from './bcrypt-hash.js';
import { accept } from './hash-refused.js';
import { readBytes } from './hash-bytes.js';
import { pbkdf2Hash } from './pbkdf2-hash.js';
import { scryptHash } from './scrypt-hash.js';

/**
 * Takes a password as Django keeps it: `algorithm$…`, the algorithm being one of its own hashers.
 *
 * @returns null for an unusable password (`!…`)
 * @throws HashRefused when it is malformed, of another hasher, or too expensive
 */
export function fromDjango(text: unknown): string | null {
  accept(typeof text === 'string', 'the hash must be text');
  if (text.startsWith('!')) return null;
  const at = text.indexOf('$');
  const [algorithm, rest] = [text.slice(0, at), text.slice(at + 1)];
  switch (algorithm) {
    case 'pbkdf2_sha256':
      return pbkdf2('sha256', rest);
    case 'pbkdf2_sha1':
      return pbkdf2('sha1', rest);
    case 'argon2':
      return argon2FromPhc(`$${rest}`);
    case 'bcrypt':
      return bcryptHash(rest);
    case 'bcrypt_sha256':
      return bcryptHash(rest, 'sha256+');
    case 'scrypt':
      return scrypt(rest);
    default:
      accept(
        false,
        'the hasher is not one of pbkdf2_sha256, pbkdf2_sha1, argon2, bcrypt, bcrypt_sha256 and scrypt',
      );
  }
}

/** Django's salts are text, used as such. */
const saltOf = (text: unknown): Buffer => readBytes(text, 'the salt', [1, 1024], 'utf8');

function pbkdf2(digest: string, text: string): string {
  const [iterations, salt, hash, ...more] = text.split('$');
  accept(more.length === 0, 'the hash has too many parts');
  return pbkdf2Hash({ digest, iterations, salt: saltOf(salt), hash });
}

function scrypt(text: string): string {
  const [n, salt, r, p, hash, ...more] = text.split('$');
  accept(more.length === 0, 'the hash has too many parts');
  const ln = Math.log2(Number(n));
  accept(Number.isInteger(ln), 'scrypt N is no power of two');
  return scryptHash({ ln, r, p }, saltOf(salt), hash);
}
