import { splitPermission } from '@auth-service/authorization';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  ROUTE_ACCESS,
  ROUTE_SCOPED,
  ROUTE_STALENESS,
  ROUTE_STEP_UP,
  ROUTE_TEAM,
  type RouteAccess,
  type StepUpDemand,
} from '../decorators/route-metadata.js';
import type { Wish } from '../decisions/decisions.js';
import { GuardSettings } from '../module/guard-settings.js';
import type { Controller, Handler } from './route-discovery.js';

const STEP_UP_SECONDS = 300;

/** What a route says of itself. */
export interface RouteRules {
  /** Whether all or any of the wishes have to be allowed; undefined: it says nothing, so that nobody may call it. */
  readonly mode: 'public' | 'all' | 'any' | undefined;
  /** What the caller wants to do by calling it. */
  readonly wishes: readonly Wish[];
  /** The parameter of the path that names a team. */
  readonly team: string | undefined;
  /** How old knowledge may be. */
  readonly maxStalenessMs: number;
  readonly stepUp: Required<StepUpDemand> | undefined;
  /** Whether its handler wants to know which items are visible. */
  readonly isScoped: boolean;
}

/** Reads what routes say of themselves, once each. What a method says goes before what its controller says. */
@Injectable()
export class RouteRulesReader {
  private readonly known = new WeakMap<Handler, { readonly of: Controller; readonly rules: RouteRules }>();

  constructor(
    private readonly reflector: Reflector,
    private readonly settings: GuardSettings,
  ) {}

  /** @param controller - the class whose route it is: a method may be inherited */
  of(handler: Handler, controller: Controller): RouteRules {
    const known = this.known.get(handler);
    if (known?.of === controller) return known.rules;
    const rules = this.read(handler, controller);
    this.known.set(handler, { of: controller, rules });
    return rules;
  }

  private read(handler: Handler, controller: Controller): RouteRules {
    const said = (key: string): unknown =>
      this.reflector.getAllAndOverride<unknown>(key, [handler, controller]);
    const access = (said(ROUTE_ACCESS) as RouteAccess | undefined) ?? this.exemptionOf(controller);
    const { mode, permissions = [] } = access === 'public' ? { mode: access } : (access ?? {});
    const demand = said(ROUTE_STEP_UP) as StepUpDemand | undefined;
    return {
      mode,
      wishes: permissions.map((name) => {
        const { resource: type, action } = splitPermission(name);
        return { type, action };
      }),
      team: said(ROUTE_TEAM) as string | undefined,
      maxStalenessMs: (said(ROUTE_STALENESS) as number | undefined) ?? this.settings.maxStalenessMs,
      stepUp: demand && { maxAgeSeconds: STEP_UP_SECONDS, level: 'aal1', ...demand },
      isScoped: said(ROUTE_SCOPED) === true,
    };
  }

  private exemptionOf(controller: Controller): RouteAccess | undefined {
    return this.settings.publicControllers.has(controller) ? 'public' : undefined;
  }
}
