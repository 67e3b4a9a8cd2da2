import { Injectable, type OnModuleInit } from '@nestjs/common';
import passport from 'passport';
import { AuthenticatedUser } from '../decisions/authenticated-user.js';
import { Decisions } from '../decisions/decisions.js';
import { Standings } from '../decisions/standings.js';
import { Knowledge } from '../following/knowledge.js';
import { bearerToken } from '../tokens/bearer-token.js';
import { TokenVerifier } from '../tokens/token-verifier.js';

interface IncomingRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What Passport adds to a strategy for the time of a request. */
interface Verdict {
  success(user: AuthenticatedUser): void;
  fail(challenge: string, status: number): void;
  error(error: unknown): void;
}

/**
 * The Passport strategy `jwt`, so that code with `AuthGuard('jwt')` goes on working: it tells who calls, with the same
 * tokens and the same ended sessions. List it among the providers of a module; what callers may do is decided by the
 * decorators all the same.
 *
 * @example
 * ```ts
 * @Module({ providers: [JwtStrategy] })
 * export class LegacyModule {}
 * ```
 */
@Injectable()
export class JwtStrategy implements OnModuleInit, passport.Strategy {
  readonly name = 'jwt';

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly knowledge: Knowledge,
    readonly decisions: Decisions,
    readonly standings: Standings,
  ) {}

  onModuleInit(): void {
    passport.use(this);
  }

  /** Called by Passport, on an object that inherits from this one. */
  authenticate(request: unknown): void {
    const verdict = this as unknown as Verdict;
    this.identify(request as IncomingRequest).then(
      (user) => (user === null ? verdict.fail('Bearer', 401) : verdict.success(user)),
      (error: unknown) => verdict.error(error),
    );
  }

  private async identify({ headers }: IncomingRequest): Promise<AuthenticatedUser | null> {
    const token = bearerToken(headers.authorization);
    const claims = token === undefined ? null : await this.tokens.verify(token);
    if (claims === null || this.knowledge.endedSessions.has(claims.sessionId)) return null;
    const user = new AuthenticatedUser(claims, this, null);
    return user.isActive ? user : null;
  }
}
