import type { ExecutionContext } from '@nestjs/common';
import { AuthenticatedUser } from '../decisions/authenticated-user.js';

/** A request of Express or Fastify, as far as the guard looks at it. */
export interface GuardedRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly params?: Readonly<Record<string, string | undefined>>;
  /** Whom the guard let through. */
  user?: unknown;
}

/** Whom the guard let through; null where it asked nobody. */
export function userOf(context: ExecutionContext): AuthenticatedUser | null {
  const { user } = context.switchToHttp().getRequest<GuardedRequest>();
  return user instanceof AuthenticatedUser ? user : null;
}
