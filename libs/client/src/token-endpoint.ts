import { AuthError } from './auth-error.js';
import { isTokenAnswer, type Tokens, tokensOf } from './tokens.js';
import type { Transport } from './transport.js';

/** A refresh that takes longer counts as unreachable, so that nobody waits for it for ever. */
const TIMEOUT_MS = 15_000;

/** What is asked of the service about tokens themselves. */
export class TokenEndpoint {
  constructor(
    private readonly transport: Transport,
    private readonly baseUrl: string,
  ) {}

  /** Exchanges a refresh token. @throws AuthError `invalid_refresh_token` when it is good for nothing */
  async exchange(refreshToken: string): Promise<Tokens> {
    const since = Date.now();
    const response = await this.post('refresh', {
      body: JSON.stringify({ refreshToken }),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw await AuthError.from(response);
    const body: unknown = await readJson(response);
    if (isTokenAnswer(body)) return tokensOf(body, since);
    throw new AuthError('unexpected_answer', 'The refresh was not answered by the service.', response);
  }

  /** Ends a session, whose access token may have expired. */
  async end(tokens: Tokens): Promise<void> {
    if (await this.logout(tokens)) return;
    const fresh = await this.exchange(tokens.refreshToken).catch((error: unknown) => {
      // It has ended already.
      if (error instanceof AuthError && error.code === 'invalid_refresh_token') return null;
      throw error;
    });
    if (fresh !== null) await this.logout(fresh);
  }

  /** @returns whether the access token was taken */
  private async logout({ accessToken }: Tokens): Promise<boolean> {
    const response = await this.post('logout', { headers: { authorization: `Bearer ${accessToken}` } });
    if (response.ok) return true;
    const error = await AuthError.from(response);
    if (error.code === 'unauthenticated') return false;
    throw error;
  }

  private post(name: string, init: RequestInit): Promise<Response> {
    const url = `${this.baseUrl}/auth/v1/${name}`;
    const fixed = { method: 'POST', credentials: 'omit' } as const;
    return this.transport.send(url, { ...fixed, ...init }, true, TIMEOUT_MS);
  }
}

/** undefined for an answer without content. @throws AuthError when it is cut off, or something else than JSON */
export async function readJson(response: Response): Promise<unknown> {
  const { status, headers } = response;
  const text = await response.text().catch((cause: unknown) => {
    throw new AuthError('unreachable', 'The answer was cut off.', { cause });
  });
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AuthError('unexpected_answer', 'The answer is not JSON.', { status, headers, cause });
  }
}
