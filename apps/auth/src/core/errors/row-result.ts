import type { AppError } from './app-error.js';
import type { ErrorCode } from './error-codes.js';

/** What became of one row of a request about many things. */
export interface RowOutcome {
  readonly done: boolean;
  readonly error?: { readonly code: ErrorCode; readonly detail: string };
}

/** What became of one row of a request about many users. */
export interface RowResult extends RowOutcome {
  readonly userId: string;
}

/** The outcome of a row that was refused. */
export const refused = ({ code, message }: AppError): RowOutcome => ({
  done: false,
  error: { code, detail: message },
});

/** The result of a user's row that was refused. */
export const refusedRow = (userId: string, error: AppError): RowResult => ({ userId, ...refused(error) });
