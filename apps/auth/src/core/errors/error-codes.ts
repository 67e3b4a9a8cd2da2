import { authorizationErrors } from './authorization-errors.js';
import type { ErrorDefinition } from './error-definition.js';

/**
 * Every error code of the service. The union {@link ErrorCode} is closed, so that callers can switch
 * exhaustively; `docs/errors.md` is made from this table.
 */
export const errorDefinitions = {
  ...authorizationErrors,
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
  second_factor_required: {
    status: 401,
    title: 'A second factor is needed',
    advice: 'Send the `challenge` and a proof by one of `methods` to `/auth/v1/login/second-factor`.',
  },
  invalid_code: {
    status: 401,
    title: 'The code is not right',
    advice: 'Take the next code of the app, or a recovery code.',
  },
  invalid_passkey: {
    status: 401,
    title: 'The passkey was not accepted',
    advice: 'Ask for new options and try again; a passkey works for the host that it was made for.',
  },
  insufficient_user_authentication: {
    status: 401,
    title: 'Show once more who you are',
    advice: 'Authenticate again by `/auth/v1/step-up` (RFC 9470); the header says how strong and how recent.',
  },
  invalid_refresh_token: { status: 401, title: 'The refresh token is not valid', advice: 'Log in again.' },
  forbidden: {
    status: 403,
    title: 'You may not do this',
    advice: 'Ask an administrator for the permission named in `detail`.',
  },
  not_while_impersonating: {
    status: 403,
    title: 'This cannot be done in the name of somebody else',
    advice: 'End the impersonation; then do it as yourself, or let the person do it.',
  },
  impersonation_refused: {
    status: 409,
    title: 'Nobody can act in the name of this person',
    advice: 'Choose somebody else who is active; `detail` says why.',
  },
  password_needs_second_factor: {
    status: 403,
    title: 'The password is too short without a second factor',
    advice:
      'Set a password as long as one alone has to be; whoever is not logged in asks for a link to reset it.',
  },
  cross_site_request: {
    status: 403,
    title: 'The request came from another site',
    advice: 'Open the page again and repeat it there.',
  },
  federation_refused: {
    status: 403,
    title: 'This login was refused',
    advice: 'Begin again; `detail` says what is missing.',
  },
  email_login_off: {
    status: 403,
    title: 'Mails do not log in here',
    advice: 'Log in another way; EMAIL_LOGIN switches it on.',
  },
  sign_up_closed: {
    status: 403,
    title: 'Signing up is closed',
    advice: 'Ask an administrator for an invitation.',
  },
  last_way_in: {
    status: 409,
    title: 'This is the only way into the account',
    advice: 'Set a password or add a passkey first.',
  },
  no_second_factor: {
    status: 409,
    title: 'The account has no second factor',
    advice: 'Add an app or a passkey first.',
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
  still_in_use: { status: 409, title: 'It is still in use', advice: 'Remove what uses it first.' },
  invalid_link: {
    status: 410,
    title: 'This link does not work any more',
    advice: 'Ask for a new one: a link works once, and not for long.',
  },
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
