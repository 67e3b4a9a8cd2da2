import {
  BadRequestException,
  type ExecutionContext,
  ForbiddenException,
  type HttpException,
  Injectable,
  Logger,
  UnauthorizedException,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ServiceRefusal, ServiceUnreachable } from '../following/service-errors.js';
import { GuardMetrics } from '../metrics/guard-metrics.js';
import type { StepUpDemand } from '../decorators/route-metadata.js';
import { AuthServiceUnavailable, RETRY_AFTER_SECONDS } from './auth-service-unavailable.js';

/** Makes the exceptions by which the guard refuses, with the headers that belong to them. Express or Fastify alike. */
@Injectable()
export class Refusals {
  private readonly logger = new Logger('AuthGuard');

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly metrics: GuardMetrics,
  ) {}

  /** Nobody is known by this request (RFC 6750, section 3). */
  unauthenticated(context: ExecutionContext, hasToken: boolean): HttpException {
    this.setHeader(context, 'WWW-Authenticate', hasToken ? 'Bearer error="invalid_token"' : 'Bearer');
    return new UnauthorizedException(
      hasToken ? 'The access token is not valid, or its session has ended.' : 'This needs an access token.',
    );
  }

  /** The login is too long ago or too weak (RFC 9470). */
  tooWeak(context: ExecutionContext, { level, maxAgeSeconds }: StepUpDemand): HttpException {
    const wanted = [
      ...(level === 'aal2' ? [`acr_values="${level}"`] : []),
      ...(maxAgeSeconds === undefined ? [] : [`max_age="${maxAgeSeconds}"`]),
    ];
    const challenge = ['Bearer error="insufficient_user_authentication"', ...wanted].join(', ');
    this.setHeader(context, 'WWW-Authenticate', challenge);
    return new UnauthorizedException('This needs a recent or stronger login.');
  }

  /** They are known and may not. */
  forbidden(needed: string): HttpException {
    return new ForbiddenException(`This needs ${needed}.`);
  }

  wrongRevision(): HttpException {
    return new BadRequestException('X-Authz-Min-Revision must be a whole number.');
  }

  /** What the auth service would have to be asked cannot be known; every other error stays what it is. */
  unknowable(context: ExecutionContext, error: unknown): unknown {
    if (!(error instanceof ServiceUnreachable) && !(error instanceof ServiceRefusal)) return error;
    if (error instanceof ServiceRefusal) this.logger.error(error.message);
    this.metrics.countUnavailable();
    this.setHeader(context, 'Retry-After', String(RETRY_AFTER_SECONDS));
    return new AuthServiceUnavailable(error);
  }

  private setHeader(context: ExecutionContext, name: string, value: string): void {
    this.host.httpAdapter.setHeader(context.switchToHttp().getResponse(), name, value);
  }
}
