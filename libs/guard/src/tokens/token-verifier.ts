import { Injectable } from '@nestjs/common';
import { errors, jwtVerify } from 'jose';
import { GuardSettings } from '../module/guard-settings.js';
import { PublishedKeys } from './published-keys.js';
import { readClaims, type TokenClaims } from './token-claims.js';

/** Header `typ` of access tokens (RFC 9068, section 2.1). */
const TYPE = 'at+jwt';
const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_TOKEN_LENGTH = 4096;
const REMEMBERED_TOKENS = 20_000;

interface VerifiedToken {
  readonly claims: TokenClaims;
  readonly keyId: string;
}

/** Verifies access tokens after RFC 9068. Whether the session still lives is known elsewhere. */
@Injectable()
export class TokenVerifier {
  /** A signature costs 0.1 ms, so a token that was good is remembered until it expires; the oldest makes room. */
  private readonly verified = new Map<string, VerifiedToken>();

  constructor(
    private readonly settings: GuardSettings,
    private readonly keys: PublishedKeys,
  ) {}

  /** A token that was verified before, whose key is still published and that has not expired. */
  recall(token: string): TokenClaims | null {
    const known = this.verified.get(token);
    if (known === undefined) return null;
    if (known.claims.expiresAt > Date.now() / 1000 && this.keys.has(known.keyId)) return known.claims;
    this.verified.delete(token);
    return null;
  }

  /**
   * Verifies a token: signature, type, issuer, audience and time.
   *
   * @returns null when anything of it is wrong, or it is not a person's
   * @throws ServiceUnreachable when its key may be a new one and the keys cannot be read
   */
  async verify(token: string): Promise<TokenClaims | null> {
    const known = this.recall(token);
    if (known !== null || token.length > MAX_TOKEN_LENGTH) return known;
    const { issuer, audience, algorithms } = this.settings;
    try {
      const { payload, protectedHeader } = await jwtVerify(
        token,
        (header, input) => this.keys.find(header, input),
        {
          algorithms: [...algorithms],
          typ: TYPE,
          issuer,
          audience,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          requiredClaims: ['sub', 'client_id', 'exp', 'iat'],
        },
      );
      const claims = readClaims(payload);
      if (claims !== null) this.remember(token, { claims, keyId: protectedHeader.kid ?? '' });
      return claims;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  private remember(token: string, verified: VerifiedToken): void {
    if (this.verified.size >= REMEMBERED_TOKENS) {
      const [oldest] = this.verified.keys();
      if (oldest !== undefined) this.verified.delete(oldest);
    }
    this.verified.set(token, verified);
  }
}
