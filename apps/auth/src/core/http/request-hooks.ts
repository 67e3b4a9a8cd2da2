import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../context/index.js';
import type { AnsweredRequest, AppLogger } from '../telemetry/index.js';
import type { Drain } from './drain.js';
import { requestIdOf } from './request-id.js';
import { securityHeaders } from './security-headers.js';

const MAX_USER_AGENT_LENGTH = 400;

/** What {@link installRequestHooks} needs. */
export interface RequestHookOptions {
  readonly context: RequestContext;
  readonly logger: AppLogger;
  readonly sendProblem: (thrown: unknown, reply: FastifyReply) => void;
  readonly unroutable: Unroutable;
  readonly drain: Drain;
  /** Whether people reach the service over https. */
  readonly https: boolean;
}

/**
 * Gives each request an id, opens the async context, and sends security headers and a log line with each answer. These
 * are Fastify hooks, since they have to reach every answer: panel, 404 and 500 included.
 */
export function installRequestHooks(fastify: FastifyInstance, options: RequestHookOptions): void {
  const { context, logger, https } = options;
  const headers = Object.fromEntries(securityHeaders(https));

  const prepare = (request: FastifyRequest, reply: FastifyReply): string => {
    const requestId = requestIdOf(request);
    // Whoever answers may send a header of its own instead, as pages do with their policy.
    reply.headers(headers).header('x-request-id', requestId);
    if (options.drain.begun) reply.header('connection', 'close');
    return requestId;
  };
  const open = (requestId: string, request: FastifyRequest, work: () => void): void => {
    const userAgent = (request.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT_LENGTH);
    context.run(requestId, { ipAddress: request.ip, userAgent }, work);
  };
  const log = (request: FastifyRequest, reply: FastifyReply): void => {
    if (logger.isLevelEnabled('info')) logger.request(describe(request, reply));
  };

  fastify.addHook('onRequest', (request, reply, done) => open(prepare(request, reply), request, done));

  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    const rev = context.authorizationRevision;
    // What was refused is no revision: it was taken back.
    if (rev !== undefined && reply.statusCode < 400) void reply.header('x-authz-revision', rev);
    done();
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    log(request, reply);
    done();
  });

  // No hook runs for an address that cannot be read.
  options.unroutable.answer = (error, request, reply) => {
    open(prepare(request, reply), request, () => options.sendProblem(error, reply));
    log(request, reply);
  };
}

/** Answers requests that no route and no hook sees. The framework wants it before there are hooks. */
export class Unroutable {
  answer: (error: Error, request: FastifyRequest, reply: FastifyReply) => void = (_error, _request, reply) =>
    void reply.status(400).send();
}

/** The path without its query, which may hold what is nobody's business. */
function describe(request: FastifyRequest, reply: FastifyReply): AnsweredRequest {
  const query = request.url.indexOf('?');
  return {
    requestId: String(reply.getHeader('x-request-id')),
    method: request.method,
    path: query < 0 ? request.url : request.url.slice(0, query),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 100) / 100,
    ip: request.ip,
  };
}
