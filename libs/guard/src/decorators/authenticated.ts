import { SetMetadata } from '@nestjs/common';
import { ROUTE_ACCESS, type RouteAccess } from './route-metadata.js';

/** Whoever is logged in may call this route, whatever they may do: for what is everybody's own. */
export const Authenticated = () =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { mode: 'all', permissions: [] });
