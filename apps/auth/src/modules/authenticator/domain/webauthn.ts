import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { OneTimeTokens, type TokenSubject } from '../../../core/one-time-token/index.js';

/** What a challenge was made for; one of another purpose is worth nothing. */
export type ChallengePurpose = 'passkey_registration' | 'passkey_login' | 'passkey_confirmation';

const LIFE_SECONDS = 300;

/** The library, loaded when a passkey is first used: it takes a quarter of a second, which no start should wait for. */
export const simpleWebAuthn = () => import('@simplewebauthn/server');

/**
 * What every WebAuthn ceremony needs: who we are, by PUBLIC_URL alone, and challenges. A challenge is a one-time token:
 * 256 random bits, stored hashed, good for one use within minutes.
 */
@Injectable()
export class WebAuthn {
  /** The origin that browsers must report. */
  readonly origin: string;
  /** Relying party: the host name. */
  readonly rpId: string;
  readonly rpName: string;

  constructor(
    @InjectConfig() { publicUrl, productName }: AppConfig,
    private readonly tokens: OneTimeTokens,
  ) {
    const { origin, hostname } = new URL(publicUrl);
    this.origin = origin;
    this.rpId = hostname;
    this.rpName = productName;
  }

  /** @param userId - whose; null when that is to be found out */
  async challenge(purpose: ChallengePurpose, userId: string | null): Promise<Uint8Array<ArrayBuffer>> {
    const token = await this.tokens.issue(purpose, userId, LIFE_SECONDS);
    return Uint8Array.from(Buffer.from(token, 'base64url'));
  }

  /**
   * Uses up the challenge that a browser answered.
   *
   * @param answer - as the browser sent it, or anybody else
   * @returns null for a challenge that is not ours, used, too old or of another purpose
   */
  async takeChallenge(
    purpose: ChallengePurpose,
    answer: unknown,
  ): Promise<(TokenSubject & { challenge: string }) | null> {
    const challenge = challengeOf(answer);
    if (challenge === null) return null;
    const subject = await this.tokens.consume(challenge, purpose);
    return subject === null ? null : { ...subject, challenge };
  }
}

function challengeOf(answer: unknown): string | null {
  const { id, response } = answer as { id?: unknown; response?: { clientDataJSON?: unknown } };
  if (typeof id !== 'string' || typeof response?.clientDataJSON !== 'string') return null;
  try {
    const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'));
    const { challenge } = data as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
