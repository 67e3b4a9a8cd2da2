import { applyDecorators, SetMetadata } from '@nestjs/common';
import { describeInOpenApi } from './openapi-metadata.js';
import { ROUTE_ACCESS, type RouteAccess } from './route-metadata.js';

/** Whoever is logged in may call this route, whatever they may do: for what is everybody's own. */
export const Authenticated = () =>
  applyDecorators(
    SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { mode: 'all', permissions: [] }),
    describeInOpenApi({ 401: { description: 'No valid access token, or its session has ended.' } }),
  );
