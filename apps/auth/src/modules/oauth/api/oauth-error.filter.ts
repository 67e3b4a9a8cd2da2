import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ProblemFilter } from '../../../core/http/index.js';
import { OAuthError } from '../domain/oauth-error.js';

/** Answers errors as OAuth's standards have it (RFC 6749, section 5.2). What is no fault of the client's is a problem as elsewhere. */
@Injectable()
@Catch()
export class OAuthErrorFilter implements ExceptionFilter {
  constructor(private readonly problems: ProblemFilter) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (thrown instanceof OAuthError) this.send(thrown, reply);
    else this.problems.send(thrown, reply);
  }

  private send(thrown: OAuthError, reply: FastifyReply): void {
    const isUnknownClient = thrown.code === 'invalid_client';
    if (isUnknownClient) reply.header('www-authenticate', 'Basic realm="auth", charset="UTF-8"');
    reply
      .status(isUnknownClient ? 401 : 400)
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send({ error: thrown.code, error_description: thrown.description });
  }
}
