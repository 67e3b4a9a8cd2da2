import { AppError } from '../../../core/errors/index.js';

/** NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where the password is the only factor. */
export const MIN_PASSWORD_LENGTH = 15;
/** Beside a second factor. */
export const MIN_PASSWORD_LENGTH_BESIDE_FACTOR = 8;
export const MAX_PASSWORD_LENGTH = 512;

/** What this service is called everywhere; operators may call it something else (PRODUCT_NAME). */
const PRODUCT_NAMES = ['auth service', 'auth-service', 'authservice'];

/**
 * Refuses a password that is too short, too long or known. There are no rules of composition (ASVS 5.0, 6.2).
 *
 * @param known - what an attacker would try first, such as the person's e-mail address
 * @param minLength - less is enough where a second factor is asked for
 * @throws AppError `weak_password`
 */
export function assertAcceptablePassword(
  password: string,
  known: readonly string[],
  minLength = MIN_PASSWORD_LENGTH,
): void {
  const { length } = Array.from(password);
  if (length < minLength) refuseShortPassword(minLength);
  if (length > MAX_PASSWORD_LENGTH) refusePassword(`must have at most ${MAX_PASSWORD_LENGTH} characters`);
  const plain = password.toLowerCase();
  if ([...known, ...PRODUCT_NAMES].some((word) => isHardlyMoreThan(plain, word.toLowerCase()))) {
    refusePassword('must not be the e-mail address or the name of the service');
  }
  if (new Set(plain).size < 5) refusePassword('must not repeat so few characters');
}

/** The word itself, perhaps repeated, or with a few characters around it. */
function isHardlyMoreThan(password: string, word: string): boolean {
  return word.length > 3 && password.replaceAll(word, '').length < 4;
}

/** Whether a password is too short to be the only factor. */
export const needsSecondFactor = (password: string): boolean =>
  Array.from(password).length < MIN_PASSWORD_LENGTH;

/** @throws AppError `weak_password` */
export function refuseShortPassword(minLength = MIN_PASSWORD_LENGTH): never {
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
