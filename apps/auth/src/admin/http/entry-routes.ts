import type { FastifyInstance, FastifyReply } from 'fastify';
import { LOGIN_PATH, PANEL_PATH } from '../adminjs/panel-paths.js';
import { AppError, translateError } from '../../core/errors/index.js';
import { waitingLoginPage } from '../../account-pages/index.js';
import { htmlPage } from '../../core/http/index.js';
import { type LoginPage, loginPage, logoutPage } from './entry-pages.js';
import type { PanelScopeOptions } from './panel-scope.types.js';

const HTML = 'text/html; charset=utf-8';

/** Coming in and going out. A GET changes nothing, logging out included. */
export function registerEntryRoutes(
  scope: FastifyInstance,
  { access, cookie, loginCookies, mayRemember }: PanelScopeOptions,
): void {
  scope.get('/login', (request, reply) =>
    request.panelAdmin === undefined ? sendLoginPage(reply, 200) : reply.redirect(PANEL_PATH, 303),
  );

  scope.post('/login', async (request, reply) => {
    const { email, password } = readLoginForm(request.body);
    try {
      const device = loginCookies.deviceToken(request.headers.cookie);
      const login = await access.logIn(email, password, device);
      // Whoever was logged in here is not any more.
      if (request.panelAdmin !== undefined) await access.logOut(request.panelAdmin);
      return await reply.header('set-cookie', loginCookies.keep(login)).redirect(PANEL_PATH, 303);
    } catch (thrown) {
      const error = translateError(thrown);
      if (error.status >= 500) throw error;
      const waiting = waitingLoginPage({ refusal: error }, PANEL_PATH, mayRemember);
      if (waiting !== null)
        return reply.status(401).type(HTML).send(htmlPage(waiting.title, waiting.content));
      if (error.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfter)));
      return sendLoginPage(reply, error.status, { email, error: `${error.message}.` });
    }
  });

  scope.get('/logout', (request, reply) =>
    reply.type(HTML).send(logoutPage(request.panelAdmin?.email ?? '')),
  );

  scope.post('/logout', async (request, reply) => {
    if (request.panelAdmin !== undefined) await access.logOut(request.panelAdmin);
    return reply.header('set-cookie', cookie.remove()).redirect(LOGIN_PATH, 303);
  });
}

function sendLoginPage(reply: FastifyReply, status: number, page?: LoginPage): FastifyReply {
  return reply.status(status).type(HTML).send(loginPage(page));
}

function readLoginForm(body: unknown): { email: string; password: string } {
  const { email, password } = (body ?? {}) as Record<string, unknown>;
  const isText = (value: unknown, max: number): value is string =>
    typeof value === 'string' && value !== '' && value.length <= max;
  if (isText(email, 254) && isText(password, 1024)) return { email, password };
  throw new AppError('invalid_request', { detail: 'needs e-mail and password' });
}
