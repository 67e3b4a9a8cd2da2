import { Module } from '@nestjs/common';
import { ApiKeyModule } from '../api-key/index.js';
import { AuthModule } from '../auth/index.js';
import { ServiceAccountModule } from '../service-account/index.js';
import { AuthorizationServerController } from './api/authorization-server.controller.js';
import { OAuthClientGuard } from './api/oauth-client.guard.js';
import { OAuthErrorFilter } from './api/oauth-error.filter.js';
import { OAuthController } from './api/oauth.controller.js';
import { IssueServiceToken } from './domain/commands/issue-service-token.js';
import { RevokeToken } from './domain/commands/revoke-token.js';
import { DescribeAuthorizationServer } from './domain/queries/describe-authorization-server.js';
import { IntrospectToken } from './domain/queries/introspect-token.js';

/**
 * Owns what registered services ask in the language of OAuth 2.0: tokens of their own (RFC 6749), whether a token is good
 * (RFC 7662), that it be so no more (RFC 7009), and where all that is (RFC 8414).
 */
@Module({
  imports: [AuthModule, ApiKeyModule, ServiceAccountModule],
  controllers: [OAuthController, AuthorizationServerController],
  providers: [
    OAuthClientGuard,
    OAuthErrorFilter,
    IssueServiceToken,
    IntrospectToken,
    RevokeToken,
    DescribeAuthorizationServer,
  ],
})
export class OAuthModule {}
