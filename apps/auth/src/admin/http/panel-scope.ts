import fastifyFormBody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { join } from 'node:path';
import { panelDirectory } from '../adminjs/adminjs.js';
import { LOGIN_PATH, PANEL_PATH } from '../adminjs/panel-paths.js';
import { type AppError, PROBLEM_JSON, toProblemDetails, translateError } from '../../core/errors/index.js';
import { randomSecret } from '../../core/crypto/index.js';
import { assertSameOrigin } from '../../core/http/index.js';
import { contentSecurityPolicy } from './content-security-policy.js';
import { errorPage } from './entry-pages.js';
import { registerEntryRoutes } from './entry-routes.js';
import { registerPanelRoutes } from './panel-routes.js';
import type { PanelScopeOptions } from './panel-scope.types.js';

/** A form of the panel: a role with all permissions of a large catalogue fits. */
const BODY_LIMIT = 256 * 1024;

/**
 * The panel's own part of the server: its gate stands before everything in it, its parsers take JSON and the forms of
 * the login page and nothing else, and what goes wrong is answered here.
 */
export async function panelScope(scope: FastifyInstance, options: PanelScopeOptions): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    scope.getDefaultJsonParser('error', 'error'),
  );
  await scope.register(fastifyFormBody, { bodyLimit: 4096 });

  scope.decorateRequest('panelAdmin', undefined);
  scope.decorateRequest('panelNonce', '');
  scope.addHook('onRequest', (request, reply) => passGate(request, reply, options));
  scope.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 403 && request.panelAdmin !== undefined) {
      await options.recordDenial(`${request.method} ${request.url.split('?', 1)[0] ?? ''}`.slice(0, 200));
    }
  });
  scope.setErrorHandler((error, request, reply) => sendError(translateError(error), request, reply, options));
  scope.setNotFoundHandler((request, reply) =>
    sendError(translateError({ statusCode: 404 }), request, reply, options),
  );

  registerEntryRoutes(scope, options);
  registerPanelRoutes(scope, options.panel);
  await scope.register(fastifyStatic, {
    root: join(panelDirectory ?? '', 'assets'),
    prefix: '/frontend/assets/',
    decorateReply: false,
    preCompressed: true,
    index: false,
    // Their names stay the same from one version to the next, so a browser asks whether it has the current ones.
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', 'private, no-cache'),
  });
}

async function passGate(
  request: FastifyRequest,
  reply: FastifyReply,
  { access, cookie, origin }: PanelScopeOptions,
): Promise<unknown> {
  request.panelNonce = randomSecret();
  reply.headers({
    'content-security-policy': contentSecurityPolicy(request.panelNonce),
    // The panel's forms need an origin, which `no-referrer` takes away.
    'referrer-policy': 'same-origin',
  });
  assertSameOrigin(request, origin);
  const secret = cookie.read(request.headers.cookie);
  const admin = secret === undefined ? null : await access.recognise(secret);
  if (admin !== null) request.panelAdmin = admin;
  else if (!isLogin(request))
    return isPage(request)
      ? reply.redirect(LOGIN_PATH, 303)
      : Promise.reject(translateError({ statusCode: 401 }));
  return undefined;
}

const isLogin = (request: FastifyRequest) => request.routeOptions.url === LOGIN_PATH;
/** Whether a person waits for the answer, rather than a script of the panel. */
const isPage = (request: FastifyRequest) =>
  !request.url.startsWith(`${PANEL_PATH}/api/`) && !request.url.startsWith(`${PANEL_PATH}/frontend/`);

function sendError(
  error: AppError,
  request: FastifyRequest,
  reply: FastifyReply,
  { requestId, logFault }: PanelScopeOptions,
): FastifyReply {
  if (error.status >= 500) logFault(error);
  if (error.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfter)));
  const problem = toProblemDetails(error, requestId());
  reply.status(error.status);
  if (!isPage(request)) return reply.header('content-type', PROBLEM_JSON).send(problem);
  return reply
    .type('text/html; charset=utf-8')
    .send(errorPage(problem.title, problem.detail ?? `Request ${problem.requestId}`));
}
