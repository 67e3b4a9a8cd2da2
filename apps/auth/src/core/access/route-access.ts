import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { PermissionName } from '@auth-service/authorization';

/** Under this key a route says who may call it: {@link RouteAccess}. */
export const ROUTE_ACCESS = 'route-access';

/** Under this key a controller says that its callers are browsers with our cookie. */
export const ROUTE_FOR_BROWSERS = 'route-for-browsers';

/**
 * The routes of this controller are pages: who calls is told by the session's cookie instead of an access token, and
 * forms of other sites are refused.
 */
export const ForBrowsers = () => SetMetadata(ROUTE_FOR_BROWSERS, true);

/** Everybody, or holders of a permission. */
export type RouteAccess = 'public' | PermissionName;

/** Everybody may call this route. Said out loud, since a route that says nothing stops the application at boot. */
export const Public = () => SetMetadata<string, RouteAccess>(ROUTE_ACCESS, 'public');

/**
 * Only holders of the permission may call this route. Also fills in the OpenAPI document.
 *
 * @param permission - a registered permission, for example `user:read`
 */
export const RequirePermission = (permission: PermissionName) =>
  applyDecorators(
    SetMetadata<string, RouteAccess>(ROUTE_ACCESS, permission),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'No valid access token, or its session has ended.' }),
    ApiForbiddenResponse({ description: `Needs the permission \`${permission}\`.` }),
  );

/** Under this key a route says that it may be called in somebody else's name although it is about the user's own. */
export const ROUTE_WHILE_IMPERSONATING = 'route-while-impersonating';

/** Whoever acts in somebody else's name may call this route too, although it changes what is the user's own. */
export const EvenWhileImpersonating = () => SetMetadata(ROUTE_WHILE_IMPERSONATING, true);

/** Under this key a route says that its caller must have shown who they are just now. */
export const ROUTE_RECENT_AUTHENTICATION = 'route-recent-authentication';

/**
 * Only who has shown within STEP_UP_SECONDS who they are may call this route, and with the second factor if they have
 * one. Others get 401 with the challenge of RFC 9470 and authenticate again by `/auth/v1/step-up`.
 */
export const RequireRecentAuthentication = () =>
  applyDecorators(
    SetMetadata(ROUTE_RECENT_AUTHENTICATION, true),
    ApiUnauthorizedResponse({
      description: 'No valid access token, or the login is too long ago or too weak.',
    }),
  );
