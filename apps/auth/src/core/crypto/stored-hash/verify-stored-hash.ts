import { verifyArgon2 } from './argon2-hash.js';
import { isBcrypt, verifyBcrypt } from './bcrypt-hash.js';
import { verifyFirebase } from './firebase-hash.js';
import { verifyPbkdf2 } from './pbkdf2-hash.js';
import { verifySaltedSha2 } from './salted-sha2-hash.js';
import { verifyScrypt } from './scrypt-hash.js';

/**
 * Compares a password with a hash as it is kept, whose beginning says how it was made.
 *
 * @throws Error for a hash of no known kind: the database was changed by hand
 */
export async function verifyStoredHash(password: string, stored: string): Promise<boolean> {
  if (stored.startsWith('$argon2')) return verifyArgon2(password, stored);
  if (isBcrypt(stored)) return verifyBcrypt(password, stored);
  if (stored.startsWith('$pbkdf2-')) return verifyPbkdf2(password, stored);
  if (stored.startsWith('$scrypt$')) return verifyScrypt(password, stored);
  if (stored.startsWith('$firebase-scrypt$')) return verifyFirebase(password, stored);
  if (stored.startsWith('$salted-')) return verifySaltedSha2(password, stored);
  throw new Error('a password hash of an unknown kind is stored');
}
