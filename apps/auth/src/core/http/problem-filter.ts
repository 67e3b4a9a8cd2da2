import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestContext } from '../context/index.js';
import { PROBLEM_JSON, toProblemDetails, translateError } from '../errors/index.js';
import { AppLogger } from '../telemetry/index.js';

/** Turns everything that is thrown into problem+json (RFC 9457). Faults of ours are logged with their cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly context: RequestContext,
    private readonly logger: AppLogger,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    this.send(thrown, host.switchToHttp().getResponse<FastifyReply>());
  }

  /** Also for what fails before or beside the framework's routes. */
  send(thrown: unknown, reply: FastifyReply): void {
    const error = translateError(thrown);
    const { requestId } = this.context;
    if (error.status >= 500)
      this.logger.error({ err: error.cause ?? error, code: error.code, requestId }, 'request failed');
    if (error.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfter)));
    if (error.status === 401) reply.header('www-authenticate', error.challenge);
    reply
      .status(error.status)
      .header('content-type', PROBLEM_JSON)
      .header('cache-control', 'no-store')
      .send(toProblemDetails(error, requestId));
  }
}
