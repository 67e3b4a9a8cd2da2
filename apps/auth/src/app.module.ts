import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccountPagesModule } from './account-pages/index.js';
import { AdminModule } from './admin/admin.module.js';
import { AccessModule } from './core/access/index.js';
import { CacheModule } from './core/cache/index.js';
import { type AppConfig, ConfigModule } from './core/config/index.js';
import { ContextModule } from './core/context/index.js';
import { CryptoModule } from './core/crypto/index.js';
import { DatabaseModule, type DataSource } from './core/database/index.js';
import { HttpModule, ProblemFilter, RequestValidation } from './core/http/index.js';
import { JobsModule } from './core/jobs/index.js';
import { MailModule } from './core/mail/index.js';
import { OneTimeTokenModule } from './core/one-time-token/index.js';
import { SettingsModule } from './core/settings/index.js';
import { ThrottleModule } from './core/throttle/index.js';
import { TelemetryModule } from './core/telemetry/index.js';
import { DocsModule } from './docs/index.js';
import { AccountModule } from './modules/account/index.js';
import { ApiKeyModule } from './modules/api-key/index.js';
import { AuditModule } from './modules/audit/index.js';
import { AuthGuard, AuthModule } from './modules/auth/index.js';
import { AuthenticatorModule } from './modules/authenticator/index.js';
import { AuthorizationModule } from './modules/authorization/index.js';
import { FederationModule } from './modules/federation/index.js';
import { OAuthModule } from './modules/oauth/index.js';
import { RbacModule } from './modules/rbac/index.js';
import { ServiceAccountModule } from './modules/service-account/index.js';
import { SessionModule } from './modules/session/index.js';
import { SetupModule } from './modules/setup/index.js';
import { SigningKeyModule } from './modules/signing-key/index.js';
import { SystemModule } from './modules/system/index.js';
import { TeamModule } from './modules/team/index.js';
import { UserTransferModule } from './modules/user-transfer/index.js';
import { UserModule } from './modules/user/index.js';
import { VisibilityGroupModule } from './modules/visibility-group/index.js';

/** The modules, and the guard, pipe and filter that stand around every route. */
@Module({})
export class AppModule {
  /** @param dataSource - connected and migrated */
  static forRoot(config: AppConfig, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        TelemetryModule,
        ContextModule,
        HttpModule,
        DatabaseModule.forRoot(dataSource),
        CacheModule,
        SettingsModule,
        CryptoModule,
        AccessModule,
        OneTimeTokenModule,
        JobsModule,
        MailModule,
        ThrottleModule,
        AuditModule,
        UserModule,
        SessionModule,
        ServiceAccountModule,
        ApiKeyModule,
        AuthenticatorModule,
        TeamModule,
        VisibilityGroupModule,
        RbacModule,
        AuthorizationModule,
        AuthModule,
        FederationModule,
        OAuthModule,
        AccountModule,
        SetupModule,
        SigningKeyModule,
        SystemModule,
        UserTransferModule,
        AccountPagesModule,
        AdminModule,
        DocsModule,
      ],
      providers: [
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_PIPE, useClass: RequestValidation },
        { provide: APP_GUARD, useExisting: AuthGuard },
      ],
    };
  }
}
