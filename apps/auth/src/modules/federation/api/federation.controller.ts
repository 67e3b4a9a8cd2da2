import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CurrentPrincipal,
  type Principal,
  Public,
  RequirePermission,
  RequireRecentAuthentication,
} from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { ExchangeFederatedCode } from '../domain/commands/exchange-federated-code.js';
import { UnlinkIdentity } from '../domain/commands/unlink-identity.js';
import { ListIdentities } from '../domain/queries/list-identities.js';
import { ListProviders } from '../domain/queries/list-providers.js';
import {
  ExchangeRequest,
  type FederatedTokenResponse,
  type IdentityResponse,
  type ProviderResponse,
} from './federation.dto.js';

@ApiTags('federated login')
@Controller('auth/v1')
export class FederationController {
  constructor(
    private readonly listProviders: ListProviders,
    private readonly exchangeCode: ExchangeFederatedCode,
    private readonly listIdentities: ListIdentities,
    private readonly unlinkIdentity: UnlinkIdentity,
  ) {}

  /** The providers with which people may log in. A login begins at `/auth/account/federation/{name}/authorize`. */
  @Get('federation/providers')
  @Public()
  providers(): ProviderResponse[] {
    return this.listProviders.execute();
  }

  /** Take the tokens of a login at another provider. */
  @Post('federation/exchange')
  @HttpCode(200)
  @Public()
  exchange(@Body() { code, codeVerifier, deviceToken }: ExchangeRequest): Promise<FederatedTokenResponse> {
    return this.exchangeCode.execute(code, codeVerifier, deviceToken);
  }

  /** See your linked identities. */
  @Get('users/me/identities')
  @RequirePermission('own_profile:read')
  identities(@CurrentPrincipal() { userId }: Principal): Promise<IdentityResponse[]> {
    return this.listIdentities.execute(userId);
  }

  /** Unlink an identity. */
  @Delete('users/me/identities/:id')
  @HttpCode(204)
  @RequirePermission('own_profile:update')
  @RequireRecentAuthentication()
  unlink(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<void> {
    return this.unlinkIdentity.execute(userId, id);
  }
}
