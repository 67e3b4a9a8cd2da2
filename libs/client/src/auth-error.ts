import type { components } from './openapi.js';

/** The body of an error of the service (RFC 9457), with whatever further members belong to its code. */
export type Problem = components['schemas']['Problem'] & Readonly<Record<string, unknown>>;

/** A field that is wrong. */
export type FieldError = components['schemas']['FieldError'];

/** `unreachable`: no answer came. `unexpected_answer`: something else than the service answered, such as a proxy. */
export type AuthErrorCode = Problem['code'] | 'unreachable' | 'unexpected_answer';

interface AuthErrorOptions {
  readonly cause?: unknown;
  /** What was answered, as far as something was. */
  readonly status?: number;
  readonly headers?: Headers;
  readonly problem?: Problem;
}

/** Whatever goes wrong with a request, an abort by the caller apart. Switch on `code`. */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The fields that are wrong. */
  readonly fields: readonly FieldError[];
  /** Under which the service's log has the details. */
  readonly requestId: string | undefined;
  /** Seconds after which a new attempt makes sense. */
  readonly retryAfter: number | undefined;
  /** `WWW-Authenticate`: how strong and how recent an authentication has to be (RFC 9470). */
  readonly challenge: string | undefined;
  /** All that the service said, such as `challenge` and `methods` of `second_factor_required`. */
  readonly problem: Problem | undefined;

  constructor(
    readonly code: AuthErrorCode,
    message: string,
    options: AuthErrorOptions = {},
  ) {
    const { status = 0, headers = new Headers(), problem, cause } = options;
    super(message, { cause });
    this.status = status;
    this.problem = problem;
    this.fields = problem?.errors ?? [];
    this.requestId = problem?.requestId ?? headers.get('x-request-id') ?? undefined;
    this.retryAfter = retryAfterSeconds(headers);
    this.challenge = headers.get('www-authenticate') ?? undefined;
  }

  /** Reads an answer that is no success. */
  static async from(response: Response): Promise<AuthError> {
    const { status, headers } = response;
    const problem = await readProblem(response);
    if (problem === undefined)
      return new AuthError('unexpected_answer', `The answer was ${status} without a problem document.`, {
        status,
        headers,
      });
    return new AuthError(problem.code, problem.detail ?? problem.title, { status, problem, headers });
  }
}

/** Reads the body, which has to be unread; undefined when it is no problem document. */
async function readProblem(response: Response): Promise<Problem | undefined> {
  try {
    const body = (await response.json()) as Partial<Problem> | null;
    return typeof body?.code === 'string' ? (body as Problem) : undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds; it may be a date (RFC 9110, section 10.2.3). */
export function retryAfterSeconds(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = /^[A-Z][a-z]{2}, .* GMT$/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
