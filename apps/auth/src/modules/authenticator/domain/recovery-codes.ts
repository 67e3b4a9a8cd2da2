import { randomBase32, sha256 } from '../../../core/crypto/index.js';

/** How many there are. */
export const RECOVERY_CODES = 10;
/** Each has 80 random bits, so that a plain hash is enough. */
const BYTES = 10;

/** A code to be written down: four groups of four letters and digits. */
export const newRecoveryCode = (): string => grouped(randomBase32(BYTES));

/** What is stored of a code; how it was typed does not matter. */
export const recoveryCodeHash = (code: string): Buffer =>
  sha256(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''));

const grouped = (text: string): string => (text.match(/.{4}/g) ?? []).join('-');
