import type { IdentityProvider } from '../../../core/config/index.js';

/** Who somebody is, as a provider has proven. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Address that the provider vouches for; null without one. */
  readonly verifiedEmail: string | null;
  /** Address as the provider says it, whether confirmed or not: for people to recognise the identity. */
  readonly email: string;
  /** The organisation that Google says somebody belongs to. */
  readonly hostedDomain: string | null;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
}

const MAX_NAME = 100;

/** Reads the claims of a checked ID token (OpenID Connect Core, section 5.1). */
export function readClaims(
  claims: Readonly<Record<string, unknown>>,
  { isGoogle }: Pick<IdentityProvider, 'isGoogle'>,
): ProvenIdentity {
  const email = text(claims.email, 254).toLowerCase();
  const hostedDomain = text(claims.hd, 254).toLowerCase() || null;
  // Google vouches for addresses of its own and of organisations that it hosts.
  const vouched = !isGoogle || email.endsWith('@gmail.com') || hostedDomain !== null;
  const isVerified = claims.email_verified === true && email !== '' && vouched;
  return {
    issuer: text(claims.iss, 2000),
    subject: text(claims.sub, 255),
    email,
    verifiedEmail: isVerified ? email : null,
    hostedDomain,
    displayName: text(claims.name, MAX_NAME),
    givenName: text(claims.given_name, MAX_NAME),
    familyName: text(claims.family_name, MAX_NAME),
  };
}

const text = (value: unknown, maxLength: number): string =>
  typeof value === 'string' ? value.slice(0, maxLength) : '';
