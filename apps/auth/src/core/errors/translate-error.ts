import { HttpException } from '@nestjs/common';
import { isDatabaseFault, isUnavailable } from '../database/database-faults.js';
import { AppError } from './app-error.js';
import type { ErrorCode } from './error-codes.js';

const RETRY_AFTER_SECONDS = 1;
const EMPTY_JSON = 'The body is empty although its Content-Type is JSON: send a body, or no Content-Type.';

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  414: 'invalid_request',
  415: 'unsupported_media_type',
  429: 'too_many_attempts',
  431: 'invalid_request',
  503: 'overloaded',
};

/**
 * Turns whatever was thrown into an {@link AppError}: framework errors by their status, a lost database into 503,
 * a value that the database refused into 400, anything else into 500.
 */
export function translateError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) {
    return new AppError('dependency_unavailable', { retryAfter: RETRY_AFTER_SECONDS, cause: error });
  }
  if (isDatabaseFault(error, 'invalid_text')) return new AppError('invalid_request', { cause: error });
  if (isDatabaseFault(error, 'serialization')) {
    return new AppError('overloaded', { retryAfter: RETRY_AFTER_SECONDS, cause: error });
  }
  const status = statusOf(error);
  if (isJsonFault(error)) return new AppError('invalid_json', { ...detailOf(error), cause: error });
  const code = codeOfStatus[status ?? 500];
  if (code !== undefined) return new AppError(code, { cause: error });
  return new AppError(status !== undefined && status < 500 ? 'invalid_request' : 'internal_error', {
    cause: error,
  });
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** The framework keeps of a parser's error its status and message alone. */
function isJsonFault(error: unknown): error is Error {
  return (
    error instanceof SyntaxError ||
    (error instanceof Error && statusOf(error) === 400 && /\bJSON\b/i.test(error.message))
  );
}

const detailOf = ({ message }: Error) =>
  message.startsWith('Body cannot be empty') ? { detail: EMPTY_JSON } : {};
