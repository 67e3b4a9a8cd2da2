import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { PermissionName } from '@auth-service/authorization';

/** Under this key a route says who may call it: {@link RouteAccess}. */
export const ROUTE_ACCESS = 'route-access';

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
