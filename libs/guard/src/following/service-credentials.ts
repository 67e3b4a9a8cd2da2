import { Inject, Injectable } from '@nestjs/common';
import { GUARD_FETCH, type GuardFetch } from '../module/guard-fetch.js';
import { GuardSettings } from '../module/guard-settings.js';
import { answerOf } from './service-answer.js';

/** A token is replaced so long before it expires. */
const MARGIN_MS = 30_000;

interface IssuedToken {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
}

/** This service's own access token: the grant `client_credentials` (RFC 6749, section 4.4). */
@Injectable()
export class ServiceCredentials {
  private current: { readonly token: string; readonly goodUntil: number } | null = null;
  private issuing: Promise<string> | null = null;

  constructor(
    private readonly settings: GuardSettings,
    @Inject(GUARD_FETCH) private readonly fetch: GuardFetch,
  ) {}

  /** A token that is good for a while; one request for however many ask. */
  async token(): Promise<string> {
    if (this.current !== null && performance.now() < this.current.goodUntil) return this.current.token;
    this.issuing ??= this.issue().finally(() => (this.issuing = null));
    return this.issuing;
  }

  /** The token was refused: the next one asked for is new. */
  forget(): void {
    this.current = null;
  }

  private async issue(): Promise<string> {
    const { url, clientId, clientSecret, timeoutMs } = this.settings;
    const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
    const since = performance.now();
    const { access_token: token, expires_in: seconds } = await answerOf<IssuedToken>(
      'a token of this service',
      () =>
        this.fetch(`${url}/v1/oauth/token`, {
          method: 'POST',
          headers: {
            authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: 'grant_type=client_credentials',
          signal: AbortSignal.timeout(timeoutMs),
        }),
    );
    const lifeMs = seconds * 1000;
    this.current = { token, goodUntil: since + lifeMs - Math.min(MARGIN_MS, lifeMs / 2) };
    return token;
  }
}
