import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { RegisterCatalogue } from '../domain/commands/register-catalogue.js';
import {
  type CatalogueRegistrationResponse,
  RegisterCatalogueRequest,
  ServiceNameParameter,
} from './service-catalogue.dto.js';

@ApiTags('catalogue')
@Controller('auth/v1/services')
export class ServiceCatalogueController {
  constructor(private readonly registerCatalogue: RegisterCatalogue) {}

  /** Take over what a service's code declares; what it no longer declares is marked as deprecated. */
  @Put(':service/catalogue')
  @RequirePermission('catalogue:register')
  register(
    @Param() { service }: ServiceNameParameter,
    @Body() { resources }: RegisterCatalogueRequest,
  ): Promise<CatalogueRegistrationResponse> {
    return this.registerCatalogue.execute(service, resources) as Promise<CatalogueRegistrationResponse>;
  }
}
