import type { components } from './openapi.js';

/** What a login and a refresh answer. */
export type TokenAnswer = components['schemas']['TokenResponse'];

/** The tokens of a session, as a store keeps them. */
export interface Tokens {
  readonly accessToken: string;
  /** Good for one refresh. */
  readonly refreshToken: string;
  readonly sessionId: string;
  /** When the access token expires, in milliseconds since 1970 by this machine's clock. */
  readonly expiresAt: number;
  /** From then on the next request refreshes first. */
  readonly refreshAt: number;
}

/** Who is logged in here; no secret. */
export interface Session {
  readonly sessionId: string;
  /** When the access token expires; the session lasts longer. */
  readonly expiresAt: number;
}

/** At most; of a short life it is a fifth. */
const AHEAD_MS = 30_000;

/** When an access token expires, and when it is refreshed. */
export function timesOf(expiresIn: number, since: number): Pick<Tokens, 'expiresAt' | 'refreshAt'> {
  const life = expiresIn * 1000;
  return { expiresAt: since + life, refreshAt: since + life - Math.min(AHEAD_MS, life / 5) };
}

/** @param since - when the answer was asked for, or later */
export function tokensOf(answer: TokenAnswer, since: number): Tokens {
  const { accessToken, refreshToken, sessionId, expiresIn } = answer;
  return { accessToken, refreshToken, sessionId, ...timesOf(expiresIn, since) };
}

/** Whether a body is what a refresh answers, rather than a page of something between. */
export function isTokenAnswer(body: unknown): body is TokenAnswer {
  return hasTokens(body) && typeof (body as Partial<TokenAnswer>).expiresIn === 'number';
}

/** Whether what a store holds can be used. */
export function isTokens(value: unknown): value is Tokens {
  if (!hasTokens(value)) return false;
  const { expiresAt, refreshAt } = value as Partial<Tokens>;
  return typeof expiresAt === 'number' && typeof refreshAt === 'number';
}

function hasTokens(value: unknown): value is Pick<Tokens, 'accessToken' | 'refreshToken' | 'sessionId'> {
  if (typeof value !== 'object' || value === null) return false;
  const { accessToken, refreshToken, sessionId } = value as Partial<Tokens>;
  return [accessToken, refreshToken, sessionId].every((part) => typeof part === 'string' && part !== '');
}
