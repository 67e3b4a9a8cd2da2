import { Injectable } from '@nestjs/common';
import { CatchUp } from '../following/catch-up.js';
import { within } from '../following/deadline.js';
import { Knowledge } from '../following/knowledge.js';
import { ServiceRefusal, ServiceUnreachable } from '../following/service-errors.js';
import { AuthServiceUnavailable } from '../guard/auth-service-unavailable.js';
import { GuardSettings } from '../module/guard-settings.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import { AuthenticatedUser, type UserDecisions } from './authenticated-user.js';
import { Decisions } from './decisions.js';
import { Standings } from './standings.js';

/** Tells who calls, where the guard has not told it: for ways in that are none of its own, such as Passport. */
@Injectable()
export class Callers implements UserDecisions {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly knowledge: Knowledge,
    private readonly catchUp: CatchUp,
    private readonly settings: GuardSettings,
    readonly decisions: Decisions,
    readonly standings: Standings,
  ) {}

  /**
   * Whose token it is. The auth service is asked where what is known is too old to tell.
   *
   * @returns null when it is not valid, its session has ended or its user is not active
   * @throws AuthServiceUnavailable (503 with `Retry-After`) when the auth service would have to be asked and cannot
   */
  async of(token: string): Promise<AuthenticatedUser | null> {
    try {
      return await within(this.settings.timeoutMs, this.identify(token));
    } catch (error) {
      if (error instanceof ServiceUnreachable || error instanceof ServiceRefusal)
        throw new AuthServiceUnavailable(error);
      throw error;
    }
  }

  private async identify(token: string): Promise<AuthenticatedUser | null> {
    const claims = await this.tokens.verify(token);
    if (claims === null) return null;
    if (!this.knowledge.isGood(this.settings.maxStalenessMs, claims.revision)) await this.catchUp.execute();
    if (this.knowledge.endedSessions.has(claims.sessionId)) return null;
    const user = new AuthenticatedUser(claims, this, null);
    return user.isActive ? user : null;
  }
}
