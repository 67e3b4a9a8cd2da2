import type { AppError } from './app-error.js';
import type { ErrorCode } from './error-codes.js';

/** What became of one row of a request about many users. */
export interface RowResult {
  readonly userId: string;
  readonly done: boolean;
  readonly error?: { readonly code: ErrorCode; readonly detail: string };
}

/** The result of a row that was refused. */
export const refusedRow = (userId: string, { code, message }: AppError): RowResult => ({
  userId,
  done: false,
  error: { code, detail: message },
});
