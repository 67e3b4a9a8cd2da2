import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Permission } from '../catalogue/permission.js';
import { describeInOpenApi } from './openapi-metadata.js';
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
  demand('all', permissions, permissions.map(quoted).join(' and '));

/** Only holders of at least one of these permissions may call this route. */
export const RequireAnyPermission = (...permissions: [Permission, ...Permission[]]) =>
  demand('any', permissions, permissions.map(quoted).join(' or '));

const quoted = (name: string): string => `\`${name}\``;

const demand = (mode: 'all' | 'any', permissions: readonly Permission[], needed: string) =>
  applyDecorators(
    SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { mode, permissions }),
    describeInOpenApi({
      401: { description: 'No valid access token, or its session has ended.' },
      403: { description: `Needs ${needed}.` },
    }),
  );
