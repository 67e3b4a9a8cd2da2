import { AppError } from '../../../core/errors/index.js';
import { isDatabaseFault } from '../../../core/database/index.js';

/** When something that was given counts. */
export interface ValidityWindow {
  /** Now when nothing is said. */
  readonly validFrom?: Date;
  /** null or nothing: for good. */
  readonly validUntil?: Date | null;
}

/** A window that is open now and never closes. */
export const isForGood = ({ validFrom, validUntil }: ValidityWindow): boolean =>
  (validFrom === undefined || validFrom <= new Date()) && validUntil == null;

/** @throws AppError `invalid_window` */
export function assertWindow({ validFrom, validUntil }: ValidityWindow): void {
  if (validFrom !== undefined && validUntil != null && validUntil <= validFrom) throw endsTooEarly();
}

/**
 * Writes something with a window. When it begins now only the database knows.
 *
 * @throws AppError `invalid_window`
 */
export async function withWindow<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const isWindow =
      isDatabaseFault(error, 'check', 'role_assignments_window_check') ||
      isDatabaseFault(error, 'check', 'permission_grants_window_check');
    if (!isWindow) throw error;
    throw endsTooEarly();
  }
}

const endsTooEarly = () =>
  AppError.forField('invalid_window', 'validUntil', 'validUntil must be after validFrom');
