import { Module } from '@nestjs/common';
import { UserModule } from '../user/index.js';
import { AuthController } from './api/auth.controller.js';
import { AuthGuard } from './api/auth.guard.js';
import { JwksController } from './api/jwks.controller.js';
import { Authenticate } from './domain/commands/authenticate.js';
import { Login } from './domain/commands/login.js';
import { Logout } from './domain/commands/logout.js';
import { PruneLoginAttempts } from './domain/commands/prune-login-attempts.js';
import { Refresh } from './domain/commands/refresh.js';
import { LoginAttemptRepository } from './domain/login-attempt.repository.js';
import { IdentifyCaller } from './domain/queries/identify-caller.js';

/**
 * Owns the ways in: logging in, refreshing, logging out, and the guard before every route. Users, sessions and
 * permissions belong to their own modules.
 */
@Module({
  imports: [UserModule],
  controllers: [AuthController, JwksController],
  providers: [
    LoginAttemptRepository,
    Authenticate,
    Login,
    Refresh,
    Logout,
    PruneLoginAttempts,
    IdentifyCaller,
    AuthGuard,
  ],
  exports: [Authenticate, IdentifyCaller, AuthGuard],
})
export class AuthModule {}
