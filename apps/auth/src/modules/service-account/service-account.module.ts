import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { ServiceAccountController } from './api/service-account.controller.js';
import { AddClientSecret } from './domain/commands/add-client-secret.js';
import { AuthenticateServiceAccount } from './domain/commands/authenticate-service-account.js';
import { CreateServiceAccount } from './domain/commands/create-service-account.js';
import { DeleteServiceAccount } from './domain/commands/delete-service-account.js';
import { RemoveClientSecret } from './domain/commands/remove-client-secret.js';
import { UpdateServiceAccount } from './domain/commands/update-service-account.js';
import { FindServiceAccount } from './domain/queries/find-service-account.js';
import { GetServiceAccount } from './domain/queries/get-service-account.js';
import { ListServiceAccounts } from './domain/queries/list-service-accounts.js';
import { ServiceAccountCache } from './domain/service-account-cache.js';
import { ServiceAccountRules } from './domain/service-account-rules.js';
import { ServiceAccountRepository } from './domain/service-account.repository.js';

const doors = [
  CreateServiceAccount,
  UpdateServiceAccount,
  DeleteServiceAccount,
  AddClientSecret,
  RemoveClientSecret,
  AuthenticateServiceAccount,
  FindServiceAccount,
  GetServiceAccount,
  ListServiceAccounts,
];

/**
 * Owns registered services: their secrets, and the permissions that they hold as themselves. What they ask about tokens,
 * and the tokens they get, belong to `auth`.
 */
@Module({
  controllers: [ServiceAccountController],
  providers: [ServiceAccountRepository, ServiceAccountCache, ServiceAccountRules, ...doors],
  exports: doors,
})
export class ServiceAccountModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare({
      key: 'service_account',
      description: 'Registered services',
      actions: {
        read: 'See service accounts',
        create: 'Register services',
        update: 'Change service accounts and their secrets',
        delete: 'Delete service accounts',
      },
    });
  }
}
