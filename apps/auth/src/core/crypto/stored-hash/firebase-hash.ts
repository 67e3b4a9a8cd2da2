import { createCipheriv, timingSafeEqual } from 'node:crypto';
import { readBytes, writeBytes } from './hash-bytes.js';
import { wholeNumber } from './hash-refused.js';
import { readPhcString, writePhcString } from './phc-string.js';
import { deriveWithScrypt } from './scrypt-hash.js';

const CIPHER = 'aes-256-ctr';
const KEY_BYTES = 32;

/** The hash parameters of a Firebase project, which the hashes need beside their own salt. */
export interface FirebaseProject {
  readonly signerKey: string;
  readonly saltSeparator: string;
  readonly rounds: number;
  readonly memoryCost: number;
}

/**
 * Writes a hash of Firebase's modified scrypt as it is kept, together with what its project adds.
 *
 * @throws HashRefused when it is malformed, or not of such a project
 */
export function firebaseHash(salt: unknown, hash: unknown, project: FirebaseProject): string {
  const signerKey = readBytes(project.signerKey, 'the signer key', [16, 128]);
  const parameters = {
    ln: wholeNumber(project.memoryCost, 'Firebase memory cost', 1, 14),
    r: wholeNumber(project.rounds, 'Firebase rounds', 1, 8),
    sep: writeBytes(readBytes(project.saltSeparator, 'the salt separator', [0, 64])),
    key: writeBytes(signerKey),
  };
  const bytes = readBytes(hash, 'the hash', [signerKey.length, signerKey.length]);
  return writePhcString('firebase-scrypt', parameters, readBytes(salt, 'the salt', [1, 64]), bytes);
}

/** The hash is the signer key, encrypted under a key that scrypt makes of the password. */
export async function verifyFirebase(password: string, stored: string): Promise<boolean> {
  const { parameters, salt, hash } = readPhcString(stored);
  const salts = [salt, parameters.sep ?? ''].map((text) => Buffer.from(text, 'base64'));
  const cost = { ln: Number(parameters.ln), r: Number(parameters.r), p: 1 };
  const key = await deriveWithScrypt(password, Buffer.concat(salts), KEY_BYTES, cost);
  const cipher = createCipheriv(CIPHER, key, Buffer.alloc(16));
  const encrypted = Buffer.concat([
    cipher.update(Buffer.from(parameters.key ?? '', 'base64')),
    cipher.final(),
  ]);
  return timingSafeEqual(encrypted, Buffer.from(hash, 'base64'));
}
