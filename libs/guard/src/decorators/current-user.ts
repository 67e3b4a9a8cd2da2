import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthenticatedUser } from '../decisions/authenticated-user.js';
import { userOf } from '../guard/guarded-request.js';

/** Hands the {@link AuthenticatedUser} to a route's handler; null on a public route. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): AuthenticatedUser | null => userOf(context),
);
