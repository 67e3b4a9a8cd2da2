import type { AssuranceLevel, PermissionName } from '@auth-service/authorization';

/** Under these keys a route says who may call it, and how sure that has to be. */
export const ROUTE_ACCESS = 'auth-guard/access';
export const ROUTE_TEAM = 'auth-guard/team';
export const ROUTE_STALENESS = 'auth-guard/staleness';
export const ROUTE_STEP_UP = 'auth-guard/step-up';
export const ROUTE_SCOPED = 'auth-guard/scoped';

/** Everybody; whoever is logged in and holds all or any of the permissions. */
export type RouteAccess =
  'public' | { readonly mode: 'all' | 'any'; readonly permissions: readonly PermissionName[] };

/** How lately, and how strongly, the caller has to have shown who they are. */
export interface StepUpDemand {
  /** 300 when nothing is said. */
  readonly maxAgeSeconds?: number;
  /** `aal2`: with a second factor. */
  readonly level?: AssuranceLevel;
}
