import { argon2FromPhc } from './argon2-hash.js';
import { bcryptHash, isBcrypt, OWN_PREHASH } from './bcrypt-hash.js';
import { fromDjango } from './django-hash.js';
import { firebaseHash, type FirebaseProject } from './firebase-hash.js';
import { HashRefused } from './hash-refused.js';
import { fromKeycloak } from './keycloak-hash.js';
import { pbkdf2FromPhc } from './pbkdf2-hash.js';
import { readPhcString } from './phc-string.js';
import { saltedSha2FromStored, saltedSha2Hash, type SaltedSha2Form } from './salted-sha2-hash.js';
import { scryptFromPhc } from './scrypt-hash.js';

/** A password hash as a file has it. */
export interface GivenHash {
  readonly hash: unknown;
  /** Where the format keeps the salt apart. */
  readonly salt?: unknown;
}

/** The format that the hashes of a file have. It is declared: nothing is guessed from a hash. */
export type PasswordFormat =
  | { readonly name: 'own' | 'bcrypt' | 'argon2' | 'pbkdf2' | 'scrypt' | 'keycloak' | 'django' }
  | ({ readonly name: 'firebase-scrypt' } & FirebaseProject)
  | ({ readonly name: 'salted-sha2' } & SaltedSha2Form);

/**
 * Writes a hash of a declared format as it is kept: a string whose beginning says how to verify it.
 *
 * @returns null where the source says that the account has no usable password
 * @throws HashRefused with the reason when it is malformed, of another format, or would take too long to verify
 */
export function toStoredHash({ hash, salt }: GivenHash, format: PasswordFormat): string | null {
  switch (format.name) {
    case 'own':
      return fromOwn(hash);
    case 'bcrypt':
      return bcryptHash(hash);
    case 'argon2':
      return argon2FromPhc(hash);
    case 'pbkdf2':
      return pbkdf2FromPhc(hash);
    case 'scrypt':
      return scryptFromPhc(hash);
    case 'keycloak':
      return fromKeycloak(hash);
    case 'django':
      return fromDjango(hash);
    case 'firebase-scrypt':
      return firebaseHash(salt, hash, format);
    case 'salted-sha2':
      return saltedSha2Hash(salt, hash, format);
  }
}

/** What this service exports: its own hashes, and foreign ones that nobody has logged in with yet. */
function fromOwn(text: unknown): string {
  if (typeof text !== 'string') throw new HashRefused('the hash must be text');
  if (isBcrypt(text)) {
    const mark = text.slice(0, text.indexOf('$')) as '' | 'sha256+' | typeof OWN_PREHASH;
    return bcryptHash(text.slice(mark.length), mark);
  }
  if (text.startsWith('$argon2')) return argon2FromPhc(text);
  if (text.startsWith('$pbkdf2-')) return pbkdf2FromPhc(text);
  if (text.startsWith('$scrypt$')) return scryptFromPhc(text);
  if (text.startsWith('$salted-')) return saltedSha2FromStored(text);
  if (!text.startsWith('$firebase-scrypt$'))
    throw new HashRefused('the hash is none that this service exports');
  const { parameters, salt, hash } = readPhcString(text);
  return firebaseHash(salt, hash, {
    signerKey: parameters.key ?? '',
    saltSeparator: parameters.sep ?? '',
    rounds: Number(parameters.r),
    memoryCost: Number(parameters.ln),
  });
}
