export { AuthModule } from './auth.module.js';
export { AuthGuard } from './api/auth.guard.js';
export { Authenticate, type Credentials } from './domain/commands/authenticate.js';
export { LoginAttempt } from './domain/login-attempt.entity.js';
export { IdentifyCaller } from './domain/queries/identify-caller.js';
