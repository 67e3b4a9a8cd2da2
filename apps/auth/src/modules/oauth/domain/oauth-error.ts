/** The codes of RFC 6749, section 5.2, and RFC 7009, section 2.2.1, that are in use here. A closed union. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'unsupported_token_type';

/** An error that a client of OAuth may see, in the words of its standards. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';

  /** @param description - a public sentence, in ASCII without quotes (RFC 6749, section 5.2) */
  constructor(
    readonly code: OAuthErrorCode,
    readonly description: string,
  ) {
    super(description);
  }
}
