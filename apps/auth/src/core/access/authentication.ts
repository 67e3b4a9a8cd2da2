/** How somebody came in. */
export const loginMethods = [
  'password',
  'passkey',
  'federated',
  'email_link',
  'email_code',
  'impersonation',
] as const;
export type LoginMethod = (typeof loginMethods)[number];

/**
 * What a person showed. The names are those of RFC 8176 (`pwd`, `otp`, `pop` for a passkey, `user` for the presence or
 * PIN that it asked for) and two of our own: `email` for a mail that was read, `fed` for another identity provider.
 */
export type AuthenticationMethodReference = 'pwd' | 'otp' | 'pop' | 'user' | 'email' | 'fed';

/** Strength of an authentication, after the assurance levels of NIST SP 800-63B: one factor, or two. */
export const authenticationLevels = ['aal1', 'aal2'] as const;
export type AuthenticationLevel = (typeof authenticationLevels)[number];

/** What a login rests on. */
export interface Authentication {
  readonly method: LoginMethod;
  readonly references: readonly AuthenticationMethodReference[];
}

/** A login by password alone. */
export const BY_PASSWORD: Authentication = { method: 'password', references: ['pwd'] };

/**
 * Two factors: something known or a mailbox beside a code or key, or a passkey that asked for its owner's finger or PIN.
 *
 * @returns the `acr` of tokens (RFC 9068, section 2.2.1)
 */
export function levelOf(references: readonly string[]): AuthenticationLevel {
  const has = (reference: AuthenticationMethodReference) => references.includes(reference);
  const verifiedKey = has('pop') && has('user');
  const first = has('pwd') || has('email') || has('fed');
  return verifiedKey || (first && (has('otp') || has('pop'))) ? 'aal2' : 'aal1';
}
