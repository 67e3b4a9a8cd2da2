import { Injectable } from '@nestjs/common';
import { decodeJwt, errors, jwtVerify, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { v7 } from 'uuid';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { signJwt } from './sign-jwt.js';
import { KeyRing } from './signing-keys/key-ring.js';
import { signingAlgorithms } from './signing-keys/signing-key-status.js';

/** Header `typ` of access tokens (RFC 9068, section 2.1). */
const TYPE = 'at+jwt';
const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_TOKEN_LENGTH = 4096;
const REMEMBERED_TOKENS = 20_000;

/** For whom and about which login a token is. */
export interface AccessTokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  /** When the person logged in. */
  readonly authenticatedAt: Date;
  /** What they showed then, by the names of RFC 8176. */
  readonly references: readonly string[];
  /** How strong that was. */
  readonly level: string;
  readonly authorizationRevision: number;
  /** Who acts in the person's name. */
  readonly impersonatorId?: string;
  /** When the session ends for good, where the token must not outlast it. */
  readonly endsAt?: Date;
}

/** For which service a token is. */
export interface ServiceTokenSubject {
  readonly serviceAccountId: string;
  /** What the token is limited to, where less was asked for than the service may. */
  readonly scope: readonly string[] | null;
}

/** What a valid access token says. */
export interface AccessTokenClaims {
  /** A user, or a service account. */
  readonly userId: string;
  /** null: the token of a service account. */
  readonly sessionId: string | null;
  /** What the token is limited to; null: all that its holder may. */
  readonly scope: readonly string[] | null;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

interface VerifiedToken {
  readonly claims: AccessTokenClaims;
  /** The token is good as long as its key is. */
  readonly keyId: string;
}

/** Issues and verifies access tokens after RFC 9068. Whether the session still lives is asked elsewhere. */
@Injectable()
export class AccessTokens {
  /** Verifying a signature costs 0.1 ms, so a token that was good is remembered until it expires. */
  private readonly verified = new LRUCache<string, VerifiedToken>({ max: REMEMBERED_TOKENS });

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly keys: KeyRing,
  ) {}

  /** Seconds that a new token lives. */
  get lifeSeconds(): number {
    return this.config.accessTokenSeconds;
  }

  /** Issues a token for a person's session. */
  issue(subject: AccessTokenSubject): string {
    return this.sign(
      {
        sub: subject.userId,
        client_id: this.config.clientId,
        sid: subject.sessionId,
        auth_time: Math.floor(subject.authenticatedAt.getTime() / 1000),
        amr: subject.references,
        acr: subject.level,
        arv: subject.authorizationRevision,
        // RFC 8693, section 4.1.
        ...(subject.impersonatorId !== undefined && { act: { sub: subject.impersonatorId } }),
      },
      subject.endsAt,
    );
  }

  /** Issues a token for a service (RFC 9068, section 2.2: without a person it is the subject itself). */
  issueForService({ serviceAccountId, scope }: ServiceTokenSubject): string {
    const limit = scope === null ? {} : { scope: scope.join(' ') };
    return this.sign({ sub: serviceAccountId, client_id: serviceAccountId, ...limit });
  }

  private sign(claims: object, endsAt?: Date): string {
    const issuedAt = Math.floor(Date.now() / 1000);
    const token = {
      iss: this.config.issuer,
      aud: this.config.tokenAudience,
      ...claims,
      iat: issuedAt,
      exp: Math.min(
        issuedAt + this.config.accessTokenSeconds,
        Math.floor((endsAt?.getTime() ?? Infinity) / 1000),
      ),
      jti: v7(),
    };
    return signJwt(token, TYPE, this.keys.current);
  }

  /** A token that was verified before and has not expired. */
  recall(token: string): AccessTokenClaims | null {
    const known = this.verified.get(token);
    if (known === undefined || !this.keys.isTrusted(known.keyId)) return null;
    return known.claims.expiresAt > Date.now() / 1000 ? known.claims : null;
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
      const { payload, protectedHeader } = await jwtVerify(token, (header) => this.findKey(header), {
        algorithms: [...signingAlgorithms],
        typ: TYPE,
        issuer: this.config.issuer,
        audience: this.config.tokenAudience,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'client_id', 'exp', 'iat'],
      });
      const claims = readClaims(payload);
      if (claims === null) return null;
      this.verified.set(token, { claims, keyId: protectedHeader.kid ?? '' });
      return claims;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  /** All that a token says, as it stands there. Only for one that {@link AccessTokens.verify} found good. */
  decode(token: string): JWTPayload {
    return decodeJwt(token);
  }

  /**
   * `kid` is a key of our own map and nothing else; `jwk`, `jku` and `x5u` are never looked at (RFC 8725, 3.10). A key is
   * for one algorithm (3.1).
   */
  private async findKey({ kid, alg }: JWTHeaderParameters) {
    const found = kid === undefined ? undefined : await this.keys.verificationKey(kid);
    if (found?.algorithm !== alg) throw new errors.JWKSNoMatchingKey();
    return found.key;
  }
}

/** A person's token names its session, a service's is about the client itself; what is neither is none of ours. */
function readClaims(payload: JWTPayload): AccessTokenClaims | null {
  const { sub: userId, sid, client_id: clientId, scope, exp: expiresAt } = payload;
  if (userId === undefined || expiresAt === undefined) return null;
  const limit = typeof scope === 'string' ? scope.split(' ') : null;
  if (typeof sid === 'string') return { userId, sessionId: sid, scope: limit, expiresAt };
  return clientId === userId ? { userId, sessionId: null, scope: limit, expiresAt } : null;
}
