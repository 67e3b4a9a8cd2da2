import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MemoryRoutes } from './memory-routes.js';
import { PermissionCatalogue } from './permission-catalogue.js';
import { RouteAudit } from './route-audit.js';

/** Owns how routes say who may call them, and the ports through which lower modules ask. Decides nothing. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [MemoryRoutes, PermissionCatalogue, RouteAudit],
  exports: [MemoryRoutes, PermissionCatalogue, RouteAudit],
})
export class AccessModule {}
