import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GuardSettings } from '../module/guard-settings.js';
import { RouteDiscovery } from './route-discovery.js';
import { type RouteRules, RouteRulesReader } from './route-rules.js';

/** Stops the application at boot when a route does not say who may call it. */
@Injectable()
export class RouteAudit implements OnModuleInit {
  constructor(
    private readonly discovery: RouteDiscovery,
    private readonly routes: RouteRulesReader,
    private readonly settings: GuardSettings,
  ) {}

  onModuleInit(): void {
    const faults = this.discovery.all().flatMap(({ controller, handler, name }) => {
      const fault = this.faultOf(this.routes.of(handler, controller));
      return fault === null ? [] : [`${name}: ${fault}`];
    });
    if (faults.length > 0) throw new Error(`Routes that the guard cannot protect:\n${faults.join('\n')}`);
  }

  private faultOf({ mode, wishes, isScoped }: RouteRules): string | null {
    if (mode === undefined)
      return (
        "add @RequirePermission('resource:action'), @Authenticated() or @Public(); " +
        'a controller of another package that is for everybody belongs into the option `publicControllers`'
      );
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
