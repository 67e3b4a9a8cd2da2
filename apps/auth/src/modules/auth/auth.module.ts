import { Global, Module } from '@nestjs/common';
import { Callers } from '../../core/access/index.js';
import { ApiKeyModule } from '../api-key/index.js';
import { ServiceAccountModule } from '../service-account/index.js';
import { UserModule } from '../user/index.js';
import { AuthController } from './api/auth.controller.js';
import { AuthGuard } from './api/auth.guard.js';
import { ImpersonationCookies } from './api/impersonation-cookies.js';
import { ImpersonationController } from './api/impersonation.controller.js';
import { JwksController } from './api/jwks.controller.js';
import { LoginCookies } from './api/login-cookies.js';
import { SecondFactorController } from './api/second-factor.controller.js';
import { Authenticate } from './domain/commands/authenticate.js';
import { EndUnfoundedImpersonations } from './domain/commands/end-unfounded-impersonations.js';
import { Impersonate } from './domain/commands/impersonate.js';
import { LoginBrowser } from './domain/commands/login-browser.js';
import { Login } from './domain/commands/login.js';
import { LoginWithEmail } from './domain/commands/login-with-email.js';
import { LoginWithPasskey } from './domain/commands/login-with-passkey.js';
import { Logout } from './domain/commands/logout.js';
import { PruneLoginAttempts } from './domain/commands/prune-login-attempts.js';
import { RequestEmailLogin } from './domain/commands/request-email-login.js';
import { RequireSecondFactor } from './domain/commands/require-second-factor.js';
import { Refresh } from './domain/commands/refresh.js';
import { StepUp } from './domain/commands/step-up.js';
import { VerifySecondFactor } from './domain/commands/verify-second-factor.js';
import { DeviceTokens } from './domain/device-tokens.js';
import { EmailLoginMails } from './domain/email-login-mails.js';
import { ImpersonationRules } from './domain/impersonation-rules.js';
import { RecentAuthentication } from './domain/recent-authentication.js';
import { PreviewImpersonation } from './domain/queries/preview-impersonation.js';
import { EmailLoginRepository } from './domain/email-login.repository.js';
import { LoginAttemptRepository } from './domain/login-attempt.repository.js';
import { LoginThrottle } from './domain/login-throttle.js';
import { IdentifyApiKeyHolder } from './domain/queries/identify-api-key-holder.js';
import { LoginChallengeRepository } from './domain/login-challenge.repository.js';
import { IdentifyCaller } from './domain/queries/identify-caller.js';
import { ListThrottledAccounts } from './domain/queries/list-throttled-accounts.js';
import { IdentifyService } from './domain/queries/identify-service.js';

/**
 * Owns the ways in: logging in, refreshing, logging out, and the guard before every route. Users, sessions and
 * permissions belong to their own modules. Global for the sake of the port it implements.
 */
@Global()
@Module({
  imports: [UserModule, ServiceAccountModule, ApiKeyModule],
  controllers: [AuthController, SecondFactorController, ImpersonationController, JwksController],
  providers: [
    LoginAttemptRepository,
    ListThrottledAccounts,
    LoginThrottle,
    LoginCookies,
    ImpersonationCookies,
    DeviceTokens,
    LoginChallengeRepository,
    EmailLoginRepository,
    EmailLoginMails,
    RequireSecondFactor,
    VerifySecondFactor,
    LoginWithPasskey,
    RequestEmailLogin,
    LoginWithEmail,
    StepUp,
    Authenticate,
    Login,
    LoginBrowser,
    Refresh,
    Logout,
    PruneLoginAttempts,
    ImpersonationRules,
    Impersonate,
    PreviewImpersonation,
    EndUnfoundedImpersonations,
    RecentAuthentication,
    IdentifyCaller,
    { provide: Callers, useExisting: IdentifyCaller },
    IdentifyApiKeyHolder,
    IdentifyService,
    AuthGuard,
  ],
  exports: [
    ListThrottledAccounts,
    Authenticate,
    Login,
    LoginBrowser,
    LoginCookies,
    ImpersonationCookies,
    VerifySecondFactor,
    LoginWithPasskey,
    RequestEmailLogin,
    LoginWithEmail,
    StepUp,
    Impersonate,
    PreviewImpersonation,
    RecentAuthentication,
    IdentifyCaller,
    Callers,
    AuthGuard,
  ],
})
export class AuthModule {}
