import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createRemoteJWKSet, customFetch, errors, type ExportedJWKSCache, jwksCache } from 'jose';
import type { webcrypto } from 'node:crypto';
import { ServiceUnreachable } from '../following/service-errors.js';
import { GUARD_FETCH, type GuardFetch } from '../module/guard-fetch.js';
import { GuardSettings } from '../module/guard-settings.js';

/** The service allows a copy of its keys to be so old. */
const REFRESH_MS = 5 * 60_000;

/** Tokens with an unknown `kid` make it read the keys again this often at most. */
const COOL_DOWN_MS = 5_000;

/** Codes of jose for keys that did not come, rather than for a token that names none of them. */
const UNREADABLE = new Set<string>([errors.JOSEError.code, errors.JWKSTimeout.code, errors.JWKSInvalid.code]);

/** The header of a token that is to be verified. */
export interface TokenHeader {
  readonly alg: string;
  readonly kid?: string;
  readonly [name: string]: unknown;
}

/** A token that is to be verified, in its parts. */
export interface TokenParts {
  readonly payload: string | Uint8Array;
  readonly signature: string;
}

/** The service's published keys. While they cannot be read anew, those known before go on counting. */
@Injectable()
export class PublishedKeys implements OnModuleDestroy {
  private readonly keySet: ReturnType<typeof createRemoteJWKSet>;
  private readonly timer: NodeJS.Timeout;
  private readonly read: { jwks?: ExportedJWKSCache['jwks'] } = {};
  private source: unknown;
  private kids = new Set<string>();

  constructor({ url, timeoutMs }: GuardSettings, @Inject(GUARD_FETCH) fetch: GuardFetch) {
    this.keySet = createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`), {
      cooldownDuration: COOL_DOWN_MS,
      cacheMaxAge: Infinity,
      timeoutDuration: timeoutMs,
      [customFetch]: fetch,
      [jwksCache]: this.read as Record<string, never>,
    });
    this.timer = setInterval(() => void this.refresh(), REFRESH_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /**
   * The key that a token's header names. `kid` is a key of our own map and nothing else; `jwk`, `jku` and `x5u` are
   * never looked at (RFC 8725, section 3.10).
   *
   * @throws JOSEError when there is none
   * @throws ServiceUnreachable when it may be a new one and the keys cannot be read
   */
  async find(header: TokenHeader, token: TokenParts): Promise<webcrypto.CryptoKey> {
    if (header.kid === undefined) throw new errors.JWKSNoMatchingKey();
    try {
      return await this.keySet(header, token);
    } catch (error) {
      if (error instanceof errors.JOSEError && !UNREADABLE.has(error.code)) throw error;
      throw new ServiceUnreachable('the published keys', { cause: error });
    }
  }

  /** Whether a key is still published, so that its tokens die with it. */
  has(kid: string): boolean {
    const { jwks } = this.read;
    if (jwks !== this.source) {
      this.source = jwks;
      this.kids = new Set(jwks?.keys.flatMap((key) => key.kid ?? []));
    }
    return this.kids.has(kid);
  }

  /** Reads the keys anew; when that fails the known ones stay. */
  async refresh(): Promise<void> {
    await this.keySet.reload().catch(() => undefined);
  }
}
