import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { CreateApiKey } from '../domain/commands/create-api-key.js';
import { RevokeApiKey } from '../domain/commands/revoke-api-key.js';
import { ListApiKeys } from '../domain/queries/list-api-keys.js';
import { type ApiKeyPage, NewApiKeyRequest, type NewApiKeyResponse, OwnApiKeyQuery } from './api-key.dto.js';

@ApiTags('API keys')
@Controller('auth/v1/users/me/api-keys')
export class OwnApiKeyController {
  constructor(
    private readonly listApiKeys: ListApiKeys,
    private readonly createApiKey: CreateApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  /** List your API keys. */
  @Get()
  @RequirePermission('own_api_key:read')
  list(@CurrentPrincipal() { userId }: Principal, @Query() query: OwnApiKeyQuery): Promise<ApiKeyPage> {
    return this.listApiKeys.execute(query, userId) as Promise<ApiKeyPage>;
  }

  /** Make an API key, which is shown this once. It acts in your name, within its permissions and yours. */
  @Post()
  @RequirePermission('own_api_key:create')
  create(@CurrentPrincipal() owner: Principal, @Body() key: NewApiKeyRequest): Promise<NewApiKeyResponse> {
    return this.createApiKey.execute(owner, key) as Promise<NewApiKeyResponse>;
  }

  /** Revoke one of your API keys. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('own_api_key:revoke')
  revoke(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<void> {
    return this.revokeApiKey.execute(id, userId);
  }
}
