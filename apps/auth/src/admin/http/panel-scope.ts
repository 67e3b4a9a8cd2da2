import fastifyFormBody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomSecret } from '../../core/crypto/index.js';
import { translateError } from '../../core/errors/index.js';
import { assertSameOrigin } from '../../core/http/index.js';
import { IMPERSONATION_END, LOGIN_PATH, PREFERENCES_PATH } from '../adminjs/panel-paths.js';
import { isAssetForStrangers, registerAssets } from './assets.js';
import { contentSecurityPolicy } from './content-security-policy.js';
import { registerEntryRoutes } from './entry-routes.js';
import { registerImpersonationRoutes } from './impersonation-routes.js';
import { registerPageRoutes } from './page-routes.js';
import { registerPanelRoutes } from './panel-routes.js';
import type { PanelAdmin } from '../adminjs/panel-admin.js';
import type { PanelScopeOptions } from './panel-scope.types.js';
import type { Preferences } from '../../words/index.js';
import { isPage, sendError } from './send-error.js';

/** With which the panel's script says for which session its page was drawn. */
const PAGE_SESSION_HEADER = 'x-panel-session';

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
  scope.decorateRequest('panelPreferences', undefined as unknown as Preferences);
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
  registerImpersonationRoutes(scope, options);
  registerPanelRoutes(scope, options);
  registerPageRoutes(scope, options.parts.pages);
  await registerAssets(scope);
}

async function passGate(
  request: FastifyRequest,
  reply: FastifyReply,
  { access, cookie, origin, preferences }: PanelScopeOptions,
): Promise<unknown> {
  request.panelNonce = randomSecret();
  reply.headers({
    'content-security-policy': contentSecurityPolicy(request.panelNonce),
    // The panel's forms need an origin, which `no-referrer` takes away.
    'referrer-policy': 'same-origin',
  });
  const { cookie: cookies, 'accept-language': accepted } = request.headers;
  request.panelPreferences = preferences.read(cookies, accepted);
  assertSameOrigin(request, origin);
  const secret = cookie.read(cookies);
  const admin =
    secret === undefined ? null : await access.recognise(secret, request.panelPreferences.language);
  if (admin !== null && isOfAnother(request, admin)) throw translateError({ statusCode: 401 });
  if (admin !== null) request.panelAdmin = admin;
  else if (!isOpen(request))
    return isPage(request)
      ? reply.redirect(LOGIN_PATH, 303)
      : Promise.reject(translateError({ statusCode: 401 }));
  return undefined;
}

/**
 * A page that was drawn for somebody else: the browser has begun or ended to act in another's name since, in another tab.
 * What it shows of who acts is not true any more, so it is drawn anew before it does anything.
 */
const isOfAnother = ({ headers }: FastifyRequest, { sessionId }: PanelAdmin): boolean =>
  headers[PAGE_SESSION_HEADER] !== undefined && headers[PAGE_SESSION_HEADER] !== sessionId;

/** What strangers may see: the login page, how it looks, and the way back out of somebody else's name. */
const isOpen = ({ routeOptions, url }: FastifyRequest) =>
  [LOGIN_PATH, PREFERENCES_PATH, IMPERSONATION_END].includes(routeOptions.url ?? '') ||
  isAssetForStrangers(url);
