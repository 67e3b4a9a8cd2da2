import { SetMetadata } from '@nestjs/common';
import type { Permission } from '../catalogue/permission.js';
import { ROUTE_ACCESS, type RouteAccess } from './route-metadata.js';

/**
 * Only holders of all these permissions may call this route. Of `deal:update` and `deal:update_any` either is enough: the
 * first covers own items alone, which {@link AuthenticatedUser.assertCan} tells of an item.
 *
 * @example
 * ```ts
 * @Get()
 * @RequirePermission('deal:read')
 * list() {}
 * ```
 */
export const RequirePermission = (...permissions: [Permission, ...Permission[]]) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { mode: 'all', permissions });

/** Only holders of at least one of these permissions may call this route. */
export const RequireAnyPermission = (...permissions: [Permission, ...Permission[]]) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { mode: 'any', permissions });
