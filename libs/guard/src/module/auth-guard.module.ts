import { ConfigurableModuleBuilder, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CatalogueRegistration } from '../catalogue/catalogue-registration.js';
import { Callers } from '../decisions/callers.js';
import { Decisions } from '../decisions/decisions.js';
import { OtherUsers } from '../decisions/other-users.js';
import { Standings } from '../decisions/standings.js';
import { CatchUp } from '../following/catch-up.js';
import { Follower } from '../following/follower.js';
import { Knowledge } from '../following/knowledge.js';
import { ServiceClient } from '../following/service-client.js';
import { ServiceCredentials } from '../following/service-credentials.js';
import { AccessGuard } from '../guard/access-guard.js';
import { AuthServiceUnavailableFilter } from '../guard/auth-service-unavailable.js';
import { Refusals } from '../guard/refusals.js';
import { OpenApiDescription } from '../guard/openapi-description.js';
import { RouteAudit } from '../guard/route-audit.js';
import { RouteDiscovery } from '../guard/route-discovery.js';
import { RouteRulesReader } from '../guard/route-rules.js';
import { AuthGuardHealth } from '../health/auth-guard-health.js';
import { GuardMetrics } from '../metrics/guard-metrics.js';
import { OwnTokenAudit } from '../tokens/own-token-audit.js';
import { PublishedKeys } from '../tokens/published-keys.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import { GroupKeepers } from '../visibility/group-keepers.js';
import type { AuthGuardOptions } from './auth-guard-options.js';
import { GUARD_FETCH, type GuardFetch } from './guard-fetch.js';
import { GuardSettings } from './guard-settings.js';

const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } = new ConfigurableModuleBuilder<AuthGuardOptions>({
  moduleName: 'AuthGuard',
})
  .setClassMethodName('forRoot')
  .setExtras({}, (definition) => ({ ...definition, global: true }))
  .build();

/** Under this token stand the options as they were given. */
export const AUTH_GUARD_OPTIONS = MODULE_OPTIONS_TOKEN;

/**
 * Protects every route of an application: who calls is told by their access token, what they may do by what the auth service
 * knows, of which a copy is kept up to date here. Import it once, at the root.
 *
 * @example
 * ```ts
 * @Module({
 *   imports: [
 *     AuthGuardModule.forRoot({
 *       issuer: 'https://auth.example.com/auth',
 *       audience: 'auth-service',
 *       service: 'sales',
 *       clientId: process.env.AUTH_CLIENT_ID,
 *       clientSecret: process.env.AUTH_CLIENT_SECRET,
 *       resources: [{ key: 'deal', actions: { read: 'See deals' } }],
 *     }),
 *   ],
 * })
 * export class AppModule {}
 * ```
 */
@Module({
  imports: [DiscoveryModule],
  providers: [
    {
      provide: GuardSettings,
      useFactory: (options: AuthGuardOptions) => new GuardSettings(options),
      inject: [AUTH_GUARD_OPTIONS],
    },
    {
      provide: GUARD_FETCH,
      useValue: ((url, init) => fetch(url, init)) satisfies GuardFetch,
    },
    Knowledge,
    GuardMetrics,
    ServiceCredentials,
    ServiceClient,
    CatchUp,
    CatalogueRegistration,
    Follower,
    OwnTokenAudit,
    PublishedKeys,
    TokenVerifier,
    Standings,
    Decisions,
    OtherUsers,
    Callers,
    RouteRulesReader,
    RouteDiscovery,
    RouteAudit,
    OpenApiDescription,
    Refusals,
    AuthGuardHealth,
    AccessGuard,
    GroupKeepers,
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_FILTER, useClass: AuthServiceUnavailableFilter },
  ],
  // The last one is for the Passport strategy, which a module of the application provides.
  exports: [GuardMetrics, AuthGuardHealth, GroupKeepers, OtherUsers, Callers],
})
export class AuthGuardModule extends ConfigurableModuleClass {}
