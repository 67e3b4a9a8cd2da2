import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PermissionCatalogue } from './permission-catalogue.js';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.js';

/** One route of the running application. */
export interface RouteDescription {
  /** For example `GET UserController.find`. */
  readonly name: string;
  readonly access: RouteAccess | undefined;
}

/** Stops the application at boot when a route does not say who may call it, or names an unknown permission. */
@Injectable()
export class RouteAudit implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly catalogue: PermissionCatalogue,
  ) {}

  onApplicationBootstrap(): void {
    const faults = this.routes().flatMap(({ name, access }) => {
      if (access === undefined) return [`${name}: add @Public() or @RequirePermission('resource:action')`];
      if (access !== 'public' && !this.catalogue.has(access))
        return [`${name}: no module declares ${access}`];
      return [];
    });
    if (faults.length > 0) throw new Error(`Routes without an access rule:\n${faults.join('\n')}`);
  }

  /** Every route with what it says of its access. */
  routes(): RouteDescription[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = metatype?.prototype as Record<string, (...args: never[]) => unknown> | undefined;
      if (metatype === null || prototype === undefined) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (handler === undefined || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
        const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
        const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
          handler,
          metatype,
        ]);
        return [{ name: `${verb} ${metatype.name}.${method}`, access }];
      });
    });
  }
}
