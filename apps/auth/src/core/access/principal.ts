import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { PermissionSet } from '@auth-service/authorization';
import type { Impersonator } from '../context/index.js';
import type { AuthenticationLevel } from './authentication.js';

/** With what somebody makes requests other than a login. */
export type LastingCredential = 'api_key' | 'service_account';

/** Who makes a request, as the guard established it. */
export interface Principal {
  /** A user, or a service account. */
  readonly userId: string;
  /** The session; with an API key or a service account that one's id. */
  readonly sessionId: string;
  /** Absent for a login. */
  readonly credential?: LastingCredential;
  /** What the credential is limited to, or in somebody else's name what one may oneself; absent for a login. */
  readonly scope?: PermissionSet;
  /** Who acts in the user's name; absent for the user. */
  readonly impersonator?: Impersonator;
  readonly permissions: PermissionSet;
  /** When, and how strongly, they last showed who they are. */
  readonly authenticatedAt: Date;
  readonly level: AuthenticationLevel;
}

/** A request on which the guard noted the principal. */
export interface AuthenticatedRequest {
  principal?: Principal;
}

/** Hands over who is logged in on a public page; null for nobody. */
export const Visitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | null =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().principal ?? null,
);

/** Hands the {@link Principal} to a route's handler. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (principal === undefined) throw new Error('a public route has no principal');
  return principal;
});
