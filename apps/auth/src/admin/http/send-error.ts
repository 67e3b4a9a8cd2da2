import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AppError, PROBLEM_JSON, toProblemDetails } from '../../core/errors/index.js';
import { PANEL_PATH } from '../adminjs/panel-paths.js';
import { DEFAULT_LANGUAGE, type Preferences, sentenceOf, words } from '../../words/index.js';
import { EntryPages } from './entry-pages.js';
import { sendHtml } from './send-html.js';
import type { PanelScopeOptions } from './panel-scope.types.js';

/** Of a request that failed before the gate saw it. */
const UNKNOWN: Preferences = { language: DEFAULT_LANGUAGE, scheme: 'system' };

/** Whether a person waits for the answer, rather than a script of the panel. */
export const isPage = (request: FastifyRequest): boolean =>
  !request.url.startsWith(`${PANEL_PATH}/api/`) && !request.url.startsWith(`${PANEL_PATH}/frontend/`);

/** Answers what went wrong: a page for people, a problem for scripts, both in the language of the browser. */
export function sendError(
  error: AppError,
  request: FastifyRequest,
  reply: FastifyReply,
  { requestId, logFault, productName }: PanelScopeOptions,
): FastifyReply {
  if (error.status >= 500) logFault(error);
  if (error.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfter)));
  reply.status(error.status);
  const preferences = (request.panelPreferences as Preferences | undefined) ?? UNKNOWN;
  const { language } = preferences;
  const title = words.say(language, `problems.${error.code}`);
  const detail = sentenceOf(language, error);
  if (!isPage(request)) {
    const problem = { ...toProblemDetails(error, requestId()), title, detail };
    return reply.header('content-type', PROBLEM_JSON).send(problem);
  }
  const shown = detail === title ? words.say(language, 'entry.request', { id: requestId() }) : detail;
  return sendHtml(reply, language, new EntryPages(productName, preferences).error(title, shown));
}
