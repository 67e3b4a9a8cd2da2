import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { PermissionSet } from '@auth-service/authorization';

/** Who makes a request, as the guard established it. */
export interface Principal {
  readonly userId: string;
  readonly sessionId: string;
  readonly permissions: PermissionSet;
}

/** A request on which the guard noted the principal. */
export interface AuthenticatedRequest {
  principal?: Principal;
}

/** Hands the {@link Principal} to a route's handler. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (principal === undefined) throw new Error('a public route has no principal');
  return principal;
});
