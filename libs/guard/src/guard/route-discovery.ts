import { type ExecutionContext, Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** A method of a controller that answers requests. */
export type Handler = ReturnType<ExecutionContext['getHandler']>;
export type Controller = ReturnType<ExecutionContext['getClass']>;

/** A route of the application. */
export interface FoundRoute {
  readonly controller: Controller;
  readonly handler: Handler;
  /** As a person finds it again: `GET DealController.list`. */
  readonly name: string;
}

/** Finds all routes of the application, as soon as its modules are known. */
@Injectable()
export class RouteDiscovery {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  all(): FoundRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = metatype?.prototype as Record<string, Handler | undefined> | undefined;
      if (typeof metatype !== 'function' || prototype === undefined) return [];
      const controller = metatype as Controller;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (handler === undefined || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
        const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
        return [{ controller, handler, name: `${verb} ${controller.name}.${method}` }];
      });
    });
  }
}
