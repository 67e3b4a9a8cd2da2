import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { ApiKeyController } from './api/api-key.controller.js';
import { OwnApiKeyController } from './api/own-api-key.controller.js';
import { ApiKeyCache } from './domain/api-key-cache.js';
import { ApiKeyUsage } from './domain/api-key-usage.js';
import { ApiKeyRepository } from './domain/api-key.repository.js';
import { CreateApiKey } from './domain/commands/create-api-key.js';
import { RevokeApiKey } from './domain/commands/revoke-api-key.js';
import { RevokeUserApiKeys } from './domain/commands/revoke-user-api-keys.js';
import { FindApiKey } from './domain/queries/find-api-key.js';
import { GetApiKey } from './domain/queries/get-api-key.js';
import { ListApiKeys } from './domain/queries/list-api-keys.js';
import { OwnerCache } from './domain/owner-cache.js';

const doors = [
  CreateApiKey,
  RevokeApiKey,
  RevokeUserApiKeys,
  FindApiKey,
  GetApiKey,
  ListApiKeys,
  ApiKeyUsage,
];

/** Owns personal API keys. What somebody may do with one follows from its scope and their permissions, in `auth`. */
@Module({
  controllers: [OwnApiKeyController, ApiKeyController],
  providers: [ApiKeyRepository, ApiKeyCache, OwnerCache, ...doors],
  exports: doors,
})
export class ApiKeyModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare(
      {
        key: 'api_key',
        description: "Anyone's API keys",
        actions: { read: 'See all API keys', revoke: "Revoke anyone's API key" },
      },
      {
        key: 'own_api_key',
        description: "One's own API keys",
        actions: { read: 'See your API keys', create: 'Make API keys', revoke: 'Revoke your API keys' },
      },
    );
  }
}
