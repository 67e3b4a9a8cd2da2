import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { PermissionName } from '@auth-service/authorization';
import {
  type AuthenticatedRequest,
  isOwn,
  type Principal,
  ROUTE_ACCESS,
  ROUTE_FOR_BROWSERS,
  ROUTE_RECENT_AUTHENTICATION,
  ROUTE_WHILE_IMPERSONATING,
  type RouteAccess,
} from '../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { RequestContext } from '../../../core/context/index.js';
import { AppError, assertThat } from '../../../core/errors/index.js';
import { assertSameOrigin, changeReasonOf, SessionCookie } from '../../../core/http/index.js';
import { RecordAuditEvent } from '../../audit/index.js';
import { RecentAuthentication } from '../domain/recent-authentication.js';
import { IdentifyCaller } from '../domain/queries/identify-caller.js';

type IncomingRequest = AuthenticatedRequest & FastifyRequest;

/** What a route says of itself. */
interface RouteRules {
  readonly access: RouteAccess;
  readonly forBrowsers: boolean;
  readonly recentAuthentication: boolean;
  readonly whileImpersonating: boolean;
}

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** Stands before every route: who calls, does the session live, is the permission held. Denied unless said otherwise. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly rules = new WeakMap<object, RouteRules>();

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly identifyCaller: IdentifyCaller,
    private readonly context: RequestContext,
    private readonly recentAuthentication: RecentAuthentication,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** Answers at once when all that is needed is in memory: the hot path. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rules = this.rulesOf(context);
    return rules.recentAuthentication ? this.admitRecent(context, rules) : this.check(context, rules);
  }

  private check(context: ExecutionContext, rules: RouteRules): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<IncomingRequest>();
    if (rules.forBrowsers) return this.admitBrowser(request, rules);
    if (rules.access === 'public') return true;
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    assertThat(token !== undefined, 'unauthenticated');
    const known = this.identifyCaller.recall(token);
    return known === null ? this.identify(request, token, rules) : this.admit(request, known, rules);
  }

  /** The login is recent, and was made with the second factor if there is one. */
  private async admitRecent(context: ExecutionContext, rules: RouteRules): Promise<boolean> {
    await this.check(context, rules);
    const { principal } = context.switchToHttp().getRequest<IncomingRequest>();
    assertThat(principal !== undefined, 'unauthenticated');
    await this.recentAuthentication.assert(principal);
    return true;
  }

  private async admitBrowser(request: IncomingRequest, rules: RouteRules): Promise<boolean> {
    assertSameOrigin(request, this.config.publicUrl);
    const secret = this.cookie.read(request.headers.cookie);
    const principal = secret === undefined ? null : await this.identifyCaller.byCookieSecret(secret);
    if (rules.access !== 'public') {
      assertThat(principal !== null, 'unauthenticated');
      return this.admit(request, principal, rules);
    }
    if (principal !== null) request.principal = principal;
    return true;
  }

  private async identify(request: IncomingRequest, token: string, rules: RouteRules): Promise<boolean> {
    const principal = await this.identifyCaller.byToken(token);
    assertThat(principal !== null, 'unauthenticated');
    return this.admit(request, principal, rules);
  }

  private admit(
    request: IncomingRequest,
    principal: Principal,
    rules: RouteRules,
  ): boolean | Promise<boolean> {
    request.principal = principal;
    this.context.setActor(principal);
    this.noteReason(request);
    const permission = rules.access as PermissionName;
    if (principal.impersonator !== undefined && isForOneself(request, rules))
      return this.denyImpersonator(permission);
    return (
      (principal.permissions.has(permission) && mayUse(request, principal, permission)) ||
      this.deny(permission)
    );
  }

  /** Only of what may change something, and only from somebody who is known. */
  private noteReason({ method, headers }: IncomingRequest): void {
    const reason = method === 'GET' ? undefined : changeReasonOf(headers);
    if (reason !== undefined) this.context.setReason(reason);
  }

  private async denyImpersonator(permission: PermissionName): Promise<never> {
    await this.recordDenial(permission, 'not_while_impersonating');
    throw new AppError('not_while_impersonating');
  }

  private recordDenial(permission: PermissionName, reason?: string): Promise<void> {
    return this.audit.execute({
      action: 'access.denied',
      outcome: 'denied',
      subjectType: 'permission',
      subjectId: permission,
      ...(reason !== undefined && { reason }),
    });
  }

  private async deny(permission: PermissionName): Promise<never> {
    await this.recordDenial(permission);
    throw new AppError('forbidden', { detail: `This needs the permission ${permission}.` });
  }

  private rulesOf(context: ExecutionContext): RouteRules {
    const handler = context.getHandler();
    const known = this.rules.get(handler);
    if (known !== undefined) return known;
    const places = [handler, context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, places);
    assertThat(access !== undefined, 'forbidden');
    const forBrowsers =
      this.reflector.getAllAndOverride<true | undefined>(ROUTE_FOR_BROWSERS, places) === true;
    const recentAuthentication =
      this.reflector.getAllAndOverride<true | undefined>(ROUTE_RECENT_AUTHENTICATION, places) === true;
    const whileImpersonating =
      this.reflector.getAllAndOverride<true | undefined>(ROUTE_WHILE_IMPERSONATING, places) === true;
    const rules = { access, forBrowsers, recentAuthentication, whileImpersonating };
    this.rules.set(handler, rules);
    return rules;
  }
}

/** With a key one's own data are read and nothing else, whatever the permission of the route is called. */
function mayUse({ method }: IncomingRequest, { credential }: Principal, permission: PermissionName): boolean {
  return credential === undefined || method === 'GET' || !isOwn(permission);
}

/** In somebody else's name their own data are read and nothing else, and nothing is done that asks once more who one is. */
function isForOneself({ method }: IncomingRequest, rules: RouteRules): boolean {
  if (rules.recentAuthentication) return true;
  return method !== 'GET' && isOwn(rules.access as PermissionName) && !rules.whileImpersonating;
}
