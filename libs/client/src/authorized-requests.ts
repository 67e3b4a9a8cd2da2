import { AuthError } from './auth-error.js';
import type { TokenKeeper } from './token-keeper.js';
import { type Transport, unlessAborted } from './transport.js';

/** These can be repeated without harm (RFC 9110, section 9.2.2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Sends requests with the access token of whoever is logged in, and a refused one once more with a newer token. */
export class AuthorizedRequests {
  constructor(
    private readonly transport: Transport,
    private readonly keeper: TokenKeeper,
  ) {}

  async send(url: string, init: RequestInit): Promise<Response> {
    const tokens = await unlessAborted(this.keeper.current(), init.signal);
    if (tokens === null) return this.sendWithout(url, init);
    const response = await this.sendWith(url, init, tokens.accessToken);
    if (!(await refusesToken(response))) return response;
    const newer = await unlessAborted(this.keeper.renew(tokens), init.signal);
    // What somebody asked for is not done in the name of who logged in after them; a stream is gone once it was sent.
    if (newer?.sessionId !== tokens.sessionId || init.body instanceof ReadableStream) return response;
    await response.body?.cancel();
    return this.sendWith(url, init, newer.accessToken);
  }

  sendWithout(url: string, init: RequestInit): Promise<Response> {
    const mayRepeat = IDEMPOTENT.has(init.method?.toUpperCase() ?? 'GET');
    return this.transport.send(url, init, mayRepeat);
  }

  private sendWith(url: string, init: RequestInit, accessToken: string): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${accessToken}`);
    return this.sendWithout(url, { ...init, headers });
  }
}

/** Of our service only this code means the token; other services may answer 401 without any. */
async function refusesToken(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const { code } = await AuthError.from(response.clone());
  return code === 'unauthenticated' || code === 'unexpected_answer';
}
