import { AuthError } from './auth-error.js';
import { type Exclusively, inTurn } from './exclusively.js';
import type { LogoutReason, SessionEvents } from './session-events.js';
import type { TokenStore } from './token-store.js';
import type { Tokens } from './tokens.js';

/** For stores that bring none of their own: one for each, however many clients share it. */
const turns = new WeakMap<TokenStore, Exclusively>();

function exclusivelyFor(store: TokenStore): Exclusively {
  if (store.exclusively !== undefined) return store.exclusively;
  const found = turns.get(store) ?? inTurn();
  turns.set(store, found);
  return found;
}

/** The one answer after which a login is over. Any other failure of a refresh says nothing about it. */
const isRefusal = (error: unknown) => error instanceof AuthError && error.code === 'invalid_refresh_token';

/** Keeps the tokens good. Who is logged in is what the store says, at any time: others write to it as well. */
export class TokenKeeper {
  private readonly exclusively: Exclusively;
  /** Writes of this client that are under way: what is read meanwhile is not news. */
  private writing = 0;
  /** The refresh of this client that is under way. */
  private running: { readonly accessToken: string; readonly outcome: Promise<Tokens | null> } | null = null;

  /** @param exchange - the refresh token for new tokens; throws AuthError */
  constructor(
    private readonly store: TokenStore,
    private readonly events: SessionEvents,
    private readonly exchange: (refreshToken: string) => Promise<Tokens>,
  ) {
    this.exclusively = exclusivelyFor(store);
  }

  /** What the store holds. */
  async read(): Promise<Tokens | null> {
    const tokens = await this.store.read();
    if (this.writing === 0) this.events.note(tokens);
    return tokens;
  }

  /** @param reason - why nobody is logged in any more */
  async write(tokens: Tokens | null, reason?: LogoutReason): Promise<void> {
    this.writing++;
    await Promise.resolve(this.store.write(tokens)).finally(() => this.writing--);
    this.events.note(tokens, reason);
  }

  /** The tokens for a request, refreshed ahead of expiry; while that fails, as long as they last. */
  async current(): Promise<Tokens | null> {
    const tokens = await this.read();
    if (tokens === null || Date.now() < tokens.refreshAt) return tokens;
    return this.renew(tokens).catch((error: unknown) => {
      if (isRefusal(error) || Date.now() >= tokens.expiresAt) throw error;
      return tokens;
    });
  }

  /**
   * Newer tokens than these: what somebody else has stored meanwhile, or those of a refresh, which all wait for together.
   *
   * @returns null when nobody is logged in any more
   */
  async renew(stale: Tokens): Promise<Tokens | null> {
    const tokens = await this.read();
    if (tokens?.accessToken !== stale.accessToken) return tokens;
    if (this.running?.accessToken === stale.accessToken) return this.running.outcome;
    const outcome = this.exclusively(() => this.refresh(stale)).finally(() => {
      if (this.running?.outcome === outcome) this.running = null;
    });
    this.running = { accessToken: stale.accessToken, outcome };
    return outcome;
  }

  private async refresh(stale: Tokens): Promise<Tokens | null> {
    const before = await this.read();
    if (before?.accessToken !== stale.accessToken) return before;
    const fresh = await this.exchange(before.refreshToken).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      return error as AuthError;
    });
    // Logged out or in again meanwhile, or somebody else was quicker: what they have stored stays.
    const after = await this.read();
    if (after?.refreshToken !== before.refreshToken) return after;
    if (fresh instanceof AuthError) {
      await this.write(null, 'ended');
      throw fresh;
    }
    await this.write(fresh);
    return fresh;
  }
}
