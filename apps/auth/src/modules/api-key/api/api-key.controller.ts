import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { RevokeApiKey } from '../domain/commands/revoke-api-key.js';
import { GetApiKey } from '../domain/queries/get-api-key.js';
import { ListApiKeys } from '../domain/queries/list-api-keys.js';
import { type ApiKeyPage, ApiKeyQuery, type ApiKeyResponse } from './api-key.dto.js';

@ApiTags('API keys')
@Controller('auth/v1/api-keys')
export class ApiKeyController {
  constructor(
    private readonly listApiKeys: ListApiKeys,
    private readonly getApiKey: GetApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  /** List anyone's API keys. */
  @Get()
  @RequirePermission('api_key:read')
  list(@Query() query: ApiKeyQuery): Promise<ApiKeyPage> {
    return this.listApiKeys.execute(query) as Promise<ApiKeyPage>;
  }

  /** Read what may be shown of an API key. */
  @Get(':id')
  @RequirePermission('api_key:read')
  find(@UuidParam() id: string): Promise<ApiKeyResponse> {
    return this.getApiKey.execute(id) as Promise<ApiKeyResponse>;
  }

  /** Revoke anyone's API key. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('api_key:revoke')
  revoke(@UuidParam() id: string): Promise<void> {
    return this.revokeApiKey.execute(id);
  }
}
