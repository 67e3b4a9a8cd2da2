import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { PermissionName } from '@auth-service/authorization';
import {
  type AuthenticatedRequest,
  type Principal,
  ROUTE_ACCESS,
  type RouteAccess,
} from '../../../core/access/index.js';
import { RequestContext } from '../../../core/context/index.js';
import { AppError, assertThat } from '../../../core/errors/index.js';
import { RecordAuditEvent } from '../../audit/index.js';
import { IdentifyCaller } from '../domain/queries/identify-caller.js';

interface IncomingRequest extends AuthenticatedRequest {
  readonly headers: { readonly authorization?: string };
}

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** Stands before every route: who calls, does the session live, is the permission held. Denied unless said otherwise. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly access = new WeakMap<object, RouteAccess>();

  constructor(
    private readonly reflector: Reflector,
    private readonly identifyCaller: IdentifyCaller,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** Answers at once when all that is needed is in memory: the hot path. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = this.accessOf(context);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<IncomingRequest>();
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    assertThat(token !== undefined, 'unauthenticated');
    const known = this.identifyCaller.recall(token);
    return known === null ? this.identify(request, token, access) : this.admit(request, known, access);
  }

  private async identify(
    request: IncomingRequest,
    token: string,
    permission: PermissionName,
  ): Promise<boolean> {
    const principal = await this.identifyCaller.byToken(token);
    assertThat(principal !== null, 'unauthenticated');
    return this.admit(request, principal, permission);
  }

  private admit(
    request: IncomingRequest,
    principal: Principal,
    permission: PermissionName,
  ): boolean | Promise<boolean> {
    request.principal = principal;
    this.context.setActor(principal);
    return principal.permissions.has(permission) || this.deny(permission);
  }

  private async deny(permission: PermissionName): Promise<never> {
    await this.audit.execute({
      action: 'access.denied',
      outcome: 'denied',
      subjectType: 'permission',
      subjectId: permission,
    });
    throw new AppError('forbidden', { detail: `This needs the permission ${permission}.` });
  }

  private accessOf(context: ExecutionContext): RouteAccess {
    const handler = context.getHandler();
    const known = this.access.get(handler);
    if (known !== undefined) return known;
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      handler,
      context.getClass(),
    ]);
    assertThat(access !== undefined, 'forbidden');
    this.access.set(handler, access);
    return access;
  }
}
