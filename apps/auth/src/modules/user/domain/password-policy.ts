import { AppError } from '../../../core/errors/index.js';

export const MAX_PASSWORD_LENGTH = 512;

/** What this service is called everywhere; operators may call it something else (PRODUCT_NAME). */
const PRODUCT_NAMES = ['auth service', 'auth-service', 'authservice'];

/**
 * Refuses a password that is too short, too long or known. There are no rules of composition (ASVS 5.0, 6.2).
 *
 * @param known - what an attacker would try first: the person's e-mail address, names of the company
 * @param minLength - in characters; less is enough where a second factor is asked for
 * @throws AppError `weak_password`
 */
export function assertAcceptablePassword(
  password: string,
  known: readonly string[],
  minLength: number,
): void {
  if (isShorterThan(password, minLength)) refuseShortPassword(minLength);
  if (!isShorterThan(password, MAX_PASSWORD_LENGTH + 1))
    refusePassword(`must have at most ${MAX_PASSWORD_LENGTH} characters`);
  const plain = password.toLowerCase();
  if ([...known, ...PRODUCT_NAMES].some((word) => isHardlyMoreThan(plain, word.toLowerCase()))) {
    refusePassword('must not be the e-mail address, the name of the service or a word that is blocked');
  }
  if (new Set(plain).size < 5) refusePassword('must not repeat so few characters');
}

/** The word itself, perhaps repeated, or with a few characters around it. */
function isHardlyMoreThan(password: string, word: string): boolean {
  return word.length > 3 && password.replaceAll(word, '').length < 4;
}

/** Whether a password is shorter than the only factor has to be. */
export const isShorterThan = (password: string, minLength: number): boolean =>
  Array.from(password).length < minLength;

/** @throws AppError `weak_password` */
export function refuseShortPassword(minLength: number): never {
  refusePassword(`must have at least ${minLength} characters`);
}

/**
 * Refuses a password for a reason.
 *
 * @throws AppError `weak_password`
 */
export function refusePassword(reason: string): never {
  throw AppError.forField('weak_password', 'password', `The password ${reason}.`);
}
