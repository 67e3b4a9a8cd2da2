import { errorDefinitions, type ErrorCode } from './error-codes.js';
import type { AppError, FieldError } from './app-error.js';

/** Content type of an error's body (RFC 9457). */
export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** An error's body (RFC 9457). */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly requestId: string;
}

/**
 * Turns an error into its public body. The cause and the stack stay behind.
 *
 * @param requestId - under which the log has the details
 */
export function toProblemDetails(error: AppError, requestId: string): ProblemDetails {
  const { status, title } = errorDefinitions[error.code];
  return {
    type: `/auth/mkdocs/errors.html#${error.code}`,
    title,
    status,
    code: error.code,
    ...(error.detail !== undefined && { detail: error.detail }),
    ...(error.errors !== undefined && { errors: error.errors }),
    ...error.members,
    requestId,
  };
}
