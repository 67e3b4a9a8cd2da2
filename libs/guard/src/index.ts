/**
 * Protects NestJS services by the auth service: verifies access tokens, decides in the process what callers may do, and
 * tells which items they see.
 *
 * @packageDocumentation
 */
export {
  statisticsSql,
  VisibilityStatistics,
  type VisibilityCount,
  visibilityMigration,
  type VisibilityLevel,
  type VisibleTable,
} from '@auth-service/authorization';
export type { Permission, PermissionCatalogue } from './catalogue/permission.js';
export type { ResourceDeclaration } from './catalogue/resource-declaration.js';
export { Authenticated } from './decorators/authenticated.js';
export { CurrentUser } from './decorators/current-user.js';
export { Public } from './decorators/public.js';
export { RequireAnyPermission, RequirePermission } from './decorators/require-permission.js';
export { RequireTeam } from './decorators/require-team.js';
export type { StepUpDemand } from './decorators/route-metadata.js';
export { Fresh, MaxStaleness } from './decorators/staleness.js';
export { StepUp } from './decorators/step-up.js';
export { Visible } from './decorators/visible.js';
export { AuthenticatedUser } from './decisions/authenticated-user.js';
export type { Item, ParentItem } from './decisions/item.js';
export { OtherUsers } from './decisions/other-users.js';
export { AuthServiceUnavailable } from './guard/auth-service-unavailable.js';
export { AccessGuard } from './guard/access-guard.js';
export { AuthGuardHealth, type AuthGuardHealthResult } from './health/auth-guard-health.js';
export { type GuardFigures, GuardMetrics } from './metrics/guard-metrics.js';
export { AuthGuardModule } from './module/auth-guard.module.js';
export type { AuthGuardOptions } from './module/auth-guard-options.js';
export type { SigningAlgorithm } from './tokens/signing-algorithm.js';
export * from './visibility/index.js';
