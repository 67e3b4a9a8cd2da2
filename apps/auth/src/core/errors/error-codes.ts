/** What a caller may be told: an HTTP status (RFC 9110), a short title, and what to do. */
export interface ErrorDefinition {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}

/**
 * Every error code of the service. The union {@link ErrorCode} is closed, so that callers can switch
 * exhaustively; `docs/errors.md` is made from this table.
 */
export const errorDefinitions = {
  invalid_request: {
    status: 400,
    title: 'The request is not valid',
    advice: 'Correct the fields named in `errors`.',
  },
  invalid_json: {
    status: 400,
    title: 'The body is not valid JSON',
    advice: 'Send one JSON object in UTF-8.',
  },
  invalid_cursor: {
    status: 400,
    title: 'The page cursor is not valid',
    advice: 'Start again without a cursor.',
  },
  unauthenticated: {
    status: 401,
    title: 'Log in first',
    advice: 'Send a valid access token; refresh or log in for a new one.',
  },
  invalid_credentials: {
    status: 401,
    title: 'E-mail or password is wrong',
    advice: 'Check both, or reset the password.',
  },
  invalid_refresh_token: { status: 401, title: 'The refresh token is not valid', advice: 'Log in again.' },
  forbidden: {
    status: 403,
    title: 'You may not do this',
    advice: 'Ask an administrator for the permission named in `detail`.',
  },
  escalation_refused: {
    status: 403,
    title: 'This would give rights beyond your own',
    advice: 'Ask somebody who holds the permissions named in `detail`.',
  },
  cross_site_request: {
    status: 403,
    title: 'The request came from another site',
    advice: 'Open the page again and repeat it there.',
  },
  not_found: { status: 404, title: 'Not found', advice: 'Check the address and the id.' },
  method_not_allowed: {
    status: 405,
    title: 'This method is not allowed here',
    advice: 'See the API documents.',
  },
  request_timeout: {
    status: 408,
    title: 'The request did not end in time',
    advice: 'Send it again, whole.',
  },
  conflict: {
    status: 409,
    title: 'This conflicts with what is there',
    advice: 'Read the current state, then decide.',
  },
  already_exists: {
    status: 409,
    title: 'There is one already',
    advice: 'Choose another value for the field named.',
  },
  last_superuser: {
    status: 409,
    title: 'The last superuser has to stay',
    advice: 'Make another superuser first.',
  },
  system_role: {
    status: 409,
    title: 'A built-in role cannot be changed',
    advice: 'Make a role of your own instead.',
  },
  still_in_use: { status: 409, title: 'It is still in use', advice: 'Remove what uses it first.' },
  version_mismatch: {
    status: 412,
    title: 'Somebody else changed it meanwhile',
    advice: 'Read it again and repeat the change.',
  },
  payload_too_large: { status: 413, title: 'The body is too large', advice: 'Send less.' },
  unsupported_media_type: {
    status: 415,
    title: 'This content type is not accepted',
    advice: 'Send application/json.',
  },
  weak_password: {
    status: 422,
    title: 'The password is not acceptable',
    advice: 'Choose another one; see `detail`.',
  },
  invalid_attributes: {
    status: 422,
    title: 'The attributes do not fit their schema',
    advice: 'Correct the fields named in `errors`.',
  },
  too_many_attempts: { status: 429, title: 'Too many attempts', advice: 'Wait as long as Retry-After says.' },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large',
    advice: 'Send fewer or shorter headers, 16 KiB at most.',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong here',
    advice: 'Try again; report the request id if it stays.',
  },
  overloaded: { status: 503, title: 'Too busy', advice: 'Try again after Retry-After.' },
  dependency_unavailable: {
    status: 503,
    title: 'A part of the service is unavailable',
    advice: 'Try again after Retry-After.',
  },
} as const satisfies Record<string, ErrorDefinition>;

/** The closed union of error codes. */
export type ErrorCode = keyof typeof errorDefinitions;
