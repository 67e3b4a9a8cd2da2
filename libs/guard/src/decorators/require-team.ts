import { SetMetadata } from '@nestjs/common';
import { ROUTE_TEAM } from './route-metadata.js';

/**
 * Only members of the team that the path names may call this route. Permissions are then asked for in that team, so that
 * those held in it alone count.
 *
 * @param parameter - of the path
 * @example
 * ```ts
 * @Get('teams/:teamId/deals')
 * @RequireTeam('teamId')
 * @RequirePermission('deal:read')
 * list() {}
 * ```
 */
export const RequireTeam = (parameter = 'teamId') => SetMetadata(ROUTE_TEAM, parameter);
