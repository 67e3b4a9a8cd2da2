import { Injectable } from '@nestjs/common';
import { errors, jwtVerify, type JWTHeaderParameters } from 'jose';
import { LRUCache } from 'lru-cache';
import { v7 } from 'uuid';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { signJwt } from './sign-jwt.js';
import { KeyRing } from './signing-keys/key-ring.js';

/** Header `typ` of access tokens (RFC 9068, section 2.1). */
const TYPE = 'at+jwt';
const ALGORITHMS = ['ES256', 'EdDSA', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_TOKEN_LENGTH = 4096;
const REMEMBERED_TOKENS = 20_000;

/** For whom and about which login a token is. */
export interface AccessTokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  /** When the person logged in. */
  readonly authenticatedAt: Date;
}

/** What a valid access token says. */
export interface AccessTokenClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** Issues and verifies access tokens after RFC 9068. Whether the session still lives is asked elsewhere. */
@Injectable()
export class AccessTokens {
  /** Verifying a signature costs 0.1 ms, so a token that was good is remembered until it expires. */
  private readonly verified = new LRUCache<string, AccessTokenClaims>({ max: REMEMBERED_TOKENS });

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly keys: KeyRing,
  ) {}

  /** Seconds that a new token lives. */
  get lifeSeconds(): number {
    return this.config.accessTokenSeconds;
  }

  /** Issues a token. */
  issue(subject: AccessTokenSubject): string {
    const issuedAt = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.config.issuer,
      aud: this.config.tokenAudience,
      sub: subject.userId,
      client_id: this.config.clientId,
      sid: subject.sessionId,
      auth_time: Math.floor(subject.authenticatedAt.getTime() / 1000),
      iat: issuedAt,
      exp: issuedAt + this.config.accessTokenSeconds,
      jti: v7(),
    };
    return signJwt(claims, TYPE, this.keys.current);
  }

  /** A token that was verified before and has not expired. */
  recall(token: string): AccessTokenClaims | null {
    const claims = this.verified.get(token);
    return claims !== undefined && claims.expiresAt > Date.now() / 1000 ? claims : null;
  }

  /**
   * Verifies a token: signature, type, issuer, audience and time.
   *
   * @returns null when anything of it is wrong
   */
  async verify(token: string): Promise<AccessTokenClaims | null> {
    const known = this.recall(token);
    if (known !== null || token.length > MAX_TOKEN_LENGTH) return known;
    try {
      const { payload } = await jwtVerify(token, (header) => this.findKey(header), {
        algorithms: ALGORITHMS,
        typ: TYPE,
        issuer: this.config.issuer,
        audience: this.config.tokenAudience,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'sid', 'exp', 'iat'],
      });
      const { sub: userId, sid: sessionId, exp: expiresAt } = payload;
      if (userId === undefined || typeof sessionId !== 'string' || expiresAt === undefined) return null;
      const claims = { userId, sessionId, expiresAt };
      this.verified.set(token, claims);
      return claims;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  /** `kid` is a key of our own map and nothing else; `jwk`, `jku` and `x5u` are never looked at (RFC 8725, 3.10). */
  private async findKey(header: JWTHeaderParameters) {
    const key = header.kid === undefined ? undefined : await this.keys.publicKey(header.kid);
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key;
  }
}
