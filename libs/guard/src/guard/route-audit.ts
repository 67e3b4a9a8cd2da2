import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { GuardSettings } from '../module/guard-settings.js';
import { type RouteRules, RouteRulesReader } from './route-rules.js';

type Handler = (...args: never[]) => unknown;

/** Stops the application at boot when a route does not say who may call it. */
@Injectable()
export class RouteAudit implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly routes: RouteRulesReader,
    private readonly settings: GuardSettings,
  ) {}

  onModuleInit(): void {
    const faults = this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype = metatype?.prototype as Record<string, Handler | undefined> | undefined;
      if (typeof metatype !== 'function' || prototype === undefined) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (handler === undefined || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
        const fault = this.faultOf(this.routes.of(handler, metatype as never));
        const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
        return fault === null ? [] : [`${verb} ${metatype.name}.${method}: ${fault}`];
      });
    });
    if (faults.length > 0) throw new Error(`Routes that the guard cannot protect:\n${faults.join('\n')}`);
  }

  private faultOf({ mode, wishes, isScoped }: RouteRules): string | null {
    if (mode === undefined) return "add @RequirePermission('resource:action'), @Authenticated() or @Public()";
    if (mode === 'public' && isScoped) return '@Visible() needs to know who calls, so it cannot be @Public()';
    return this.undeclared(wishes);
  }

  /** Of a resource that this service declares, every action has to be declared. */
  private undeclared(wishes: RouteRules['wishes']): string | null {
    for (const { type, action } of wishes) {
      const resource = this.settings.resources?.find(({ key }) => key === type);
      if (resource !== undefined && !Object.hasOwn(resource.actions, action))
        return `declare the action \`${action}\` of \`${type}\` in the option \`resources\``;
    }
    return null;
  }
}
