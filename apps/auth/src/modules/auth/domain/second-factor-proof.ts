import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { CodeProof } from '../../authenticator/index.js';

/** A second factor, as somebody shows it. */
export type SecondFactorProof =
  CodeProof | { readonly method: 'passkey'; readonly response: AuthenticationResponseJSON };
