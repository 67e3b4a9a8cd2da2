import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { PermissionCatalogue } from './permission-catalogue.js';
import { RouteAudit } from './route-audit.js';

/** Owns how routes say who may call them, and the ports through which lower modules ask. Decides nothing. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [PermissionCatalogue, RouteAudit],
  exports: [PermissionCatalogue, RouteAudit],
})
export class AccessModule {}
