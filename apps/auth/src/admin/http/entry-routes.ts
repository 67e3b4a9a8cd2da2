import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LOGIN_PATH, PANEL_PATH } from '../adminjs/panel-paths.js';
import { AppError, translateError } from '../../core/errors/index.js';
import { waitingLoginPage } from '../../account-pages/index.js';
import { sentenceOf } from '../../words/index.js';
import { sendHtml } from './send-html.js';
import { EntryPages, type LoginPage } from './entry-pages.js';
import type { PanelScopeOptions } from './panel-scope.types.js';

const send = (request: FastifyRequest, reply: FastifyReply, status: number, page: string): FastifyReply =>
  sendHtml(reply.status(status), request.panelPreferences.language, page);

/** Coming in and going out. A GET changes nothing, logging out included. */
export function registerEntryRoutes(
  scope: FastifyInstance,
  { access, cookie, impersonation, loginCookies, mayRemember, preferences, productName }: PanelScopeOptions,
): void {
  const pages = ({ panelPreferences }: FastifyRequest) => new EntryPages(productName, panelPreferences);
  const sendLoginPage = (request: FastifyRequest, reply: FastifyReply, status: number, page?: LoginPage) =>
    send(request, reply, status, pages(request).login(page));

  scope.get('/login', async (request, reply) => {
    if (request.panelAdmin !== undefined) return reply.redirect(PANEL_PATH, 303);
    const hasWayBack = await impersonation.hasWayBack(request.headers.cookie);
    return sendLoginPage(request, reply, 200, { hasWayBack });
  });

  scope.post('/login', async (request, reply) => {
    const { email, password } = readLoginForm(request.body);
    try {
      const device = loginCookies.deviceToken(request.headers.cookie);
      const login = await access.logIn(email, password, device);
      // Whoever was logged in here is not any more.
      if (request.panelAdmin !== undefined) await access.logOut(request.panelAdmin);
      await impersonation.dismiss(request.headers.cookie);
      return await reply.header('set-cookie', loginCookies.keep(login)).redirect(PANEL_PATH, 303);
    } catch (thrown) {
      const error = translateError(thrown);
      if (error.status >= 500) throw error;
      const waiting = waitingLoginPage({ refusal: error }, PANEL_PATH, mayRemember);
      if (waiting !== null) return send(request, reply, 401, pages(request).ofAccount(waiting));
      if (error.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfter)));
      return sendLoginPage(request, reply, error.status, {
        email,
        error: sentenceOf(request.panelPreferences.language, error),
      });
    }
  });

  scope.get('/logout', (request, reply) =>
    send(request, reply, 200, pages(request).logout(request.panelAdmin?.email ?? '')),
  );

  scope.post('/logout', async (request, reply) => {
    if (request.panelAdmin !== undefined) await access.logOut(request.panelAdmin);
    const dismissed = await impersonation.dismiss(request.headers.cookie);
    return reply.header('set-cookie', [cookie.remove(), ...dismissed]).redirect(LOGIN_PATH, 303);
  });

  scope.post('/preferences', (request, reply) => {
    const kept = preferences.keep(request.body ?? {});
    return reply.header('set-cookie', kept).redirect(PANEL_PATH, 303);
  });
}

function readLoginForm(body: unknown): { email: string; password: string } {
  const { email, password } = (body ?? {}) as Record<string, unknown>;
  const isText = (value: unknown, max: number): value is string =>
    typeof value === 'string' && value !== '' && value.length <= max;
  if (isText(email, 254) && isText(password, 1024)) return { email, password };
  throw new AppError('invalid_request', { detail: 'needs e-mail and password' });
}
