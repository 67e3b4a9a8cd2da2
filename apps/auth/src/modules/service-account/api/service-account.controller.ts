import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { IfMatch, PageQuery, UuidParam } from '../../../core/http/index.js';
import { AddClientSecret } from '../domain/commands/add-client-secret.js';
import { CreateServiceAccount } from '../domain/commands/create-service-account.js';
import { DeleteServiceAccount } from '../domain/commands/delete-service-account.js';
import { RemoveClientSecret } from '../domain/commands/remove-client-secret.js';
import { UpdateServiceAccount } from '../domain/commands/update-service-account.js';
import { GetServiceAccount } from '../domain/queries/get-service-account.js';
import { ListServiceAccounts } from '../domain/queries/list-service-accounts.js';
import {
  ClientSecretRequest,
  type NewClientSecretResponse,
  NewServiceAccountRequest,
  type ServiceAccountDetailsResponse,
  type ServiceAccountPage,
  ServiceAccountRequest,
  type ServiceAccountResponse,
} from './service-account.dto.js';

@ApiTags('service accounts')
@Controller('auth/v1/service-accounts')
export class ServiceAccountController {
  constructor(
    private readonly listServiceAccounts: ListServiceAccounts,
    private readonly getServiceAccount: GetServiceAccount,
    private readonly createServiceAccount: CreateServiceAccount,
    private readonly updateServiceAccount: UpdateServiceAccount,
    private readonly deleteServiceAccount: DeleteServiceAccount,
    private readonly addClientSecret: AddClientSecret,
    private readonly removeClientSecret: RemoveClientSecret,
  ) {}

  /** List the registered services. */
  @Get()
  @RequirePermission('service_account:read')
  list(@Query() query: PageQuery): Promise<ServiceAccountPage> {
    return this.listServiceAccounts.execute(query) as Promise<ServiceAccountPage>;
  }

  /** Register a service. It gets a secret apart. */
  @Post()
  @RequirePermission('service_account:create')
  create(@Body() account: NewServiceAccountRequest): Promise<ServiceAccountResponse> {
    return this.createServiceAccount.execute(account) as Promise<ServiceAccountResponse>;
  }

  /** Read a service account, and what may be shown of its secrets. */
  @Get(':id')
  @RequirePermission('service_account:read')
  find(@UuidParam() id: string): Promise<ServiceAccountDetailsResponse> {
    return this.getServiceAccount.execute(id) as Promise<ServiceAccountDetailsResponse>;
  }

  /** Change a service account, or disable it. */
  @Patch(':id')
  @RequirePermission('service_account:update')
  update(
    @UuidParam() id: string,
    @Body() changes: ServiceAccountRequest,
    @IfMatch() version: number | undefined,
  ): Promise<ServiceAccountResponse> {
    return this.updateServiceAccount.execute(id, changes, version) as Promise<ServiceAccountResponse>;
  }

  /** Delete a service account with its secrets. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('service_account:delete')
  delete(@UuidParam() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deleteServiceAccount.execute(id, version);
  }

  /** Add a secret, which is shown this once. The ones before stay good. */
  @Post(':id/secrets')
  @RequirePermission('service_account:update')
  addSecret(
    @UuidParam() id: string,
    @Body() { expiresAt }: ClientSecretRequest,
  ): Promise<NewClientSecretResponse> {
    return this.addClientSecret.execute(id, expiresAt);
  }

  /** Remove a secret. */
  @Delete(':id/secrets/:secretId')
  @HttpCode(204)
  @RequirePermission('service_account:update')
  removeSecret(@UuidParam() id: string, @UuidParam('secretId') secretId: string): Promise<void> {
    return this.removeClientSecret.execute(id, secretId);
  }
}
