import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { PermissionName } from '@auth-service/authorization';
import type { Principal } from './principal.js';
import { ROUTE_ACCESS } from './route-access.js';

/**
 * What a route answers a caller if that is in memory; undefined when it has to be asked for. What it throws is thrown on
 * the usual way too, which tells the caller.
 *
 * @param body - of a POST, as JSON was read
 * @returns what becomes JSON, or the JSON itself
 */
export type Recall = (principal: Principal, body: unknown) => object | string | undefined;

/** Tells who calls by the `Authorization` header if that is in memory; null when it has to be asked for. */
export type RecallCaller = (authorization: string | undefined) => Principal | null;

/** A route that may be answered from memory. */
export interface MemoryRoute {
  readonly permission: PermissionName;
  readonly recall: Recall;
}

/**
 * Routes without parameters that apps ask for all the time and whose answer is mostly in memory: GET, and POST of small
 * questions. They are answered ahead of the framework's router, guard and async context, which cost several times as much
 * as such an answer. The route's own permission holds here as there; whatever is not in memory, not permitted or not
 * valid takes the usual way.
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
    const path = `/${parts.join('/')}`.replaceAll(/\/{2,}/g, '/');
    const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    this.routes.set(`${verb} ${path}`, { permission, recall });
  }

  /** @param url - path of the request; one with a query takes the usual way */
  find(method: string, url: string): MemoryRoute | undefined {
    return this.routes.get(`${method} ${url}`);
  }

  /**
   * @param body - text of a POST
   * @returns JSON, or null for the usual way
   */
  answer(
    { permission, recall }: MemoryRoute,
    authorization: string | undefined,
    recallCaller: RecallCaller,
    body?: string,
  ): string | null {
    const caller = recallCaller(authorization);
    if (caller?.permissions.has(permission) !== true) return null;
    if (body !== undefined) return answerTo(recall, caller, body);
    const answer = recall(caller, undefined);
    return answer === undefined ? null : this.textOf(answer);
  }

  /** What is remembered is replaced when it changes, never altered, so it is written out once. */
  private textOf(answer: object | string): string {
    if (typeof answer === 'string') return answer;
    const known = this.texts.get(answer);
    if (known !== undefined) return known;
    const text = JSON.stringify(answer);
    this.texts.set(answer, text);
    return text;
  }
}

/** Whatever is wrong with a question is told on the usual way. */
function answerTo(recall: Recall, caller: Principal, body: string): string | null {
  try {
    const answer = recall(caller, JSON.parse(body));
    if (answer === undefined) return null;
    return typeof answer === 'string' ? answer : JSON.stringify(answer);
  } catch {
    return null;
  }
}
