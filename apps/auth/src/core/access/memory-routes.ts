import { Injectable, type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import type { PermissionName } from '@auth-service/authorization';
import type { Principal } from './principal.js';
import { ROUTE_ACCESS } from './route-access.js';

/** What a route answers a caller if that is in memory; undefined when it has to be asked for. */
export type Recall = (principal: Principal) => object | undefined;

/** Tells who calls by the `Authorization` header if that is in memory; null when it has to be asked for. */
export type RecallCaller = (authorization: string | undefined) => Principal | null;

interface MemoryRoute {
  readonly permission: PermissionName;
  readonly recall: Recall;
}

/**
 * GET routes without parameters that apps ask for all the time and whose answer is mostly in memory. They are answered
 * ahead of the framework's router, guard and async context, which cost several times as much as such an answer. The
 * route's own permission holds here as there; whatever is not in memory, or not permitted, takes the usual way.
 */
@Injectable()
export class MemoryRoutes {
  private readonly routes = new Map<string, MemoryRoute>();
  private readonly texts = new WeakMap<object, string>();

  /**
   * @param method - name of the route's handler, which says its path and permission by the usual decorators
   * @throws Error for a handler that needs no permission
   */
  add<Controller extends object>(
    controller: Type<Controller>,
    method: keyof Controller & string,
    recall: Recall,
  ): void {
    const handler = (controller.prototype as Controller)[method] as object;
    const permission = Reflect.getMetadata(ROUTE_ACCESS, handler) as PermissionName | 'public' | undefined;
    if (permission === undefined || permission === 'public')
      throw new Error(`${controller.name}.${method} needs no permission`);
    const parts = [controller, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)));
    this.routes.set(`/${parts.join('/')}`, { permission, recall });
  }

  /**
   * @param url - path of the request; one with a query takes the usual way
   * @returns JSON, or null for the usual way
   */
  answer(url: string, authorization: string | undefined, recallCaller: RecallCaller): string | null {
    const route = this.routes.get(url);
    const caller = route === undefined ? null : recallCaller(authorization);
    if (route === undefined || caller?.permissions.has(route.permission) !== true) return null;
    const answer = route.recall(caller);
    return answer === undefined ? null : this.textOf(answer);
  }

  /** What is remembered is replaced when it changes, never altered, so it is written out once. */
  private textOf(answer: object): string {
    const known = this.texts.get(answer);
    if (known !== undefined) return known;
    const text = JSON.stringify(answer);
    this.texts.set(answer, text);
    return text;
  }
}
