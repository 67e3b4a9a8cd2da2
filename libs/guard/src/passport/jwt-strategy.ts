import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { AuthenticatedUser } from '../decisions/authenticated-user.js';
import { Callers } from '../decisions/callers.js';
import { BearerStrategy } from './bearer-strategy.js';

/** Said by its name, so that our types name nothing of Passport's. */
const Strategy: new () => BearerStrategy = PassportStrategy(BearerStrategy, 'jwt');

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
export class JwtStrategy extends Strategy {
  constructor(private readonly callers: Callers) {
    super();
  }

  /** Called by @nestjs/passport. */
  validate(token: string): Promise<AuthenticatedUser | null> {
    return this.callers.of(token);
  }
}
