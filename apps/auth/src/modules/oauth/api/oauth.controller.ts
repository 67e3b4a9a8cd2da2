import {
  applyDecorators,
  Controller,
  Header,
  HttpCode,
  Post,
  type Type,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBasicAuth,
  ApiBody,
  ApiConsumes,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Public } from '../../../core/access/index.js';
import type { LiveServiceAccount } from '../../service-account/index.js';
import { IssueServiceToken } from '../domain/commands/issue-service-token.js';
import { RevokeToken } from '../domain/commands/revoke-token.js';
import { IntrospectToken } from '../domain/queries/introspect-token.js';
import { OAuthClient, OAuthClientGuard } from './oauth-client.guard.js';
import { OAuthErrorFilter } from './oauth-error.filter.js';
import { OAuthParameter } from './oauth-form.js';
import {
  type IntrospectionResponse,
  OAuthErrorResponse,
  ServiceTokenRequest,
  type ServiceTokenResponse,
  TokenRequest,
} from './oauth.dto.js';

/** A form of these fields. */
const Form = (type: Type) =>
  applyDecorators(HttpCode(200), ApiConsumes('application/x-www-form-urlencoded'), ApiBody({ type }));

/** Public for the guard before every route: it knows people's tokens, while services show a secret of their own here. */
@ApiTags('OAuth')
@ApiBasicAuth()
@ApiBadRequestResponse({ type: OAuthErrorResponse })
@ApiUnauthorizedResponse({ type: OAuthErrorResponse, description: 'Wrong `client_id` or `client_secret`.' })
@Controller('auth/v1/oauth')
@UseGuards(OAuthClientGuard)
@UseFilters(OAuthErrorFilter)
@Public()
export class OAuthController {
  constructor(
    private readonly issueServiceToken: IssueServiceToken,
    private readonly introspectToken: IntrospectToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  /** Get an access token for the service itself (RFC 6749, grant `client_credentials`). */
  @Post('token')
  @Form(ServiceTokenRequest)
  @Header('cache-control', 'no-store')
  token(
    @OAuthClient() client: LiveServiceAccount,
    @OAuthParameter({ name: 'grant_type', required: true }) grantType: string,
    @OAuthParameter({ name: 'scope' }) scope: string | undefined,
  ): Promise<ServiceTokenResponse> {
    return this.issueServiceToken.execute(client, grantType, scope);
  }

  /** Ask whether a token is good at this moment (RFC 7662). */
  @Post('introspect')
  @Form(TokenRequest)
  @Header('cache-control', 'no-store')
  introspect(
    @OAuthParameter({ name: 'token', required: true }) token: string,
  ): Promise<IntrospectionResponse> {
    return this.introspectToken.execute(token);
  }

  /** Revoke a token (RFC 7009): its session ends, an API key is revoked. An unknown one is no error. */
  @Post('revoke')
  @Form(TokenRequest)
  @Header('cache-control', 'no-store')
  revoke(@OAuthParameter({ name: 'token', required: true }) token: string): Promise<void> {
    return this.revokeToken.execute(token);
  }
}
