import type { AssuranceLevel } from '@auth-service/authorization';

/** What a verified token says, as it stands in it. */
export interface TokenPayload {
  readonly sub?: string;
  readonly exp?: number;
  readonly [claim: string]: unknown;
}

/** What a person's access token says. */
export interface TokenClaims {
  readonly userId: string;
  /** Who acts in the person's name (RFC 8693, section 4.1); null: the person. */
  readonly impersonatorId: string | null;
  readonly sessionId: string;
  /** The app through which they came. */
  readonly clientId: string;
  /** When they last showed who they are, in seconds since 1970. */
  readonly authenticatedAt: number;
  /** How strongly. */
  readonly level: AssuranceLevel;
  /** The revision of authorisation when the token was issued: what was true then must be known to judge it. */
  readonly revision: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Reads the claims of a verified token.
 *
 * @returns null for the token of a service, which is about no person: it names no session (RFC 9068, section 2.2)
 */
export function readClaims(payload: TokenPayload): TokenClaims | null {
  const { sub, act, sid, client_id: clientId, auth_time: authenticatedAt, acr, arv, exp } = payload;
  if (sub === undefined || exp === undefined || typeof sid !== 'string' || typeof clientId !== 'string')
    return null;
  return {
    userId: sub,
    impersonatorId: impersonatorOf(act),
    sessionId: sid,
    clientId,
    authenticatedAt: typeof authenticatedAt === 'number' ? authenticatedAt : 0,
    level: acr === 'aal2' ? 'aal2' : 'aal1',
    revision: typeof arv === 'number' ? arv : 0,
    expiresAt: exp,
  };
}

function impersonatorOf(act: unknown): string | null {
  const sub = (act as { sub?: unknown } | null | undefined)?.sub;
  return typeof sub === 'string' ? sub : null;
}
