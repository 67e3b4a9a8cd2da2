import { errorDefinitions, type ErrorCode } from './error-codes.js';

/** One field that is wrong. */
export interface FieldError {
  /** Path of the field, for example `attributes.phone`. */
  readonly field: string;
  readonly message: string;
}

/** What an {@link AppError} can tell beside its code. */
export interface AppErrorOptions {
  /** A public sentence about this very case. */
  readonly detail?: string;
  /** The wrong fields. */
  readonly errors?: readonly FieldError[];
  /** Further members of the answer (RFC 9457, section 3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
  /** `WWW-Authenticate` header of a 401; `Bearer` when nothing is said. */
  readonly challenge?: string;
  /** Seconds after which a new attempt makes sense. */
  readonly retryAfter?: number;
  /** The internal cause; logged, never shown. */
  readonly cause?: unknown;
}

/** An error that a caller may see. Its public part is kept apart from its internal cause. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  readonly members: Readonly<Record<string, unknown>>;
  readonly challenge: string;

  constructor(
    readonly code: ErrorCode,
    options: AppErrorOptions = {},
  ) {
    super(options.detail ?? errorDefinitions[code].title, { cause: options.cause });
    this.detail = options.detail;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
    this.members = options.members ?? {};
    this.challenge = options.challenge ?? 'Bearer';
  }

  /** Makes an error about one field, whose message is the public detail too. */
  static forField(code: ErrorCode, field: string, message: string): AppError {
    return new AppError(code, { detail: message, errors: [{ field, message }] });
  }

  /** Makes the error of who has to wait, and says how long. */
  static tooManyAttempts(waitSeconds: number): AppError {
    const retryAfter = Math.max(1, Math.ceil(waitSeconds));
    const [count, unit] = retryAfter < 60 ? [retryAfter, 'second'] : [Math.ceil(retryAfter / 60), 'minute'];
    const detail = `Too many attempts: try again in ${count} ${unit}${count === 1 ? '' : 's'}`;
    return new AppError('too_many_attempts', { retryAfter, detail });
  }

  /** HTTP status (RFC 9110). */
  get status(): number {
    return errorDefinitions[this.code].status;
  }
}

/**
 * Narrows a type, or throws an {@link AppError}.
 *
 * @example assertThat(user !== null, 'not_found');
 */
export function assertThat(
  condition: unknown,
  code: ErrorCode,
  options?: AppErrorOptions,
): asserts condition {
  if (!condition) throw new AppError(code, options);
}
