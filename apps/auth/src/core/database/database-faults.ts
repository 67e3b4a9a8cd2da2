import { QueryFailedError } from 'typeorm';

/** Faults of a statement that a caller caused or can mend, by SQLSTATE (PostgreSQL, appendix A). */
const faultStates = {
  unique: ['23505'],
  foreign_key: ['23503', '23001'],
  check: ['23514'],
  invalid_text: ['22007', '22008', '22021', '22P02', '22P05'],
  serialization: ['40001', '40P01', '55P03'],
} as const;

/** Kinds of {@link isDatabaseFault}. */
export type DatabaseFault = keyof typeof faultStates;

/** SQLSTATE classes and codes that mean: no database there, or not now. */
const UNAVAILABLE_STATES = /^(08|53|57P0|57014|58)/;
const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
]);
const UNAVAILABLE_MESSAGES =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Driver not Connected|not queryable|Cannot use a pool after/i;

/**
 * Tells whether the database refused a statement for a given reason.
 *
 * @param constraint - name of the constraint, to tell one from another
 */
export function isDatabaseFault(error: unknown, fault: DatabaseFault, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint: violated } = error.driverError as { code?: string; constraint?: string };
  const states: readonly string[] = faultStates[fault];
  return code !== undefined && states.includes(code) && (constraint === undefined || violated === constraint);
}

/** Tells whether an error means that the database cannot be reached or does not answer in time. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const source = error instanceof QueryFailedError ? (error.driverError as Error) : error;
  const { code } = source as { code?: unknown };
  if (typeof code === 'string' && (UNAVAILABLE_CODES.has(code) || UNAVAILABLE_STATES.test(code))) return true;
  return UNAVAILABLE_MESSAGES.test(source.message);
}
