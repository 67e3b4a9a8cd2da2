const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** The token of an `Authorization` header (RFC 6750, section 2.1); undefined when there is none. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
