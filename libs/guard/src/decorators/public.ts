import { SetMetadata } from '@nestjs/common';
import { ROUTE_ACCESS, type RouteAccess } from './route-metadata.js';

/** Everybody may call this route. Said out loud, since a route that says nothing stops the application at boot. */
export const Public = () => SetMetadata<string, RouteAccess>(ROUTE_ACCESS, 'public');
