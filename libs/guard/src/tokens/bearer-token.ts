const SCHEME = 'bearer ';

/** The token of an `Authorization` header (RFC 6750, section 2.1), whatever it is worth; undefined when there is none. */
export function bearerToken(authorization: string | undefined): string | undefined {
  if (authorization?.slice(0, SCHEME.length).toLowerCase() !== SCHEME) return undefined;
  const token = authorization.slice(SCHEME.length);
  return token === '' ? undefined : token;
}
