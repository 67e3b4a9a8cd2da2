import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from '../../core/context/index.js';
import { type AppError, translateError } from '../../core/errors/index.js';
import { html } from '../../core/http/index.js';
import { AppLogger } from '../../core/telemetry/index.js';
import { ACCOUNT_PATH } from './account-path.js';
import { type Answer, Page, Redirect } from './page.js';
import { SendPage } from './send-page.js';

/** Errors of pages are pages too. Who is not logged in comes to the login, and back afterwards. */
@Catch()
export class PageProblemFilter implements ExceptionFilter {
  constructor(
    private readonly sendPage: SendPage,
    private readonly context: RequestContext,
    private readonly logger: AppLogger,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = translateError(thrown);
    const { requestId } = this.context;
    if (error.status >= 500)
      this.logger.error({ err: error.cause ?? error, code: error.code, requestId }, 'request failed');
    if (error.retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(error.retryAfter)));
    void this.sendPage.prepare(reply, answerFor(error, request, requestId)).then((body) => reply.send(body));
  }
}

function answerFor(error: AppError, request: FastifyRequest, requestId: string): Answer {
  if (error.code === 'unauthenticated') {
    const back = request.method === 'GET' ? `?returnTo=${encodeURIComponent(request.url)}` : '';
    return new Redirect(`${ACCOUNT_PATH}/login${back}`);
  }
  if (error.code === 'insufficient_user_authentication')
    return new Redirect(`${ACCOUNT_PATH}/confirm?returnTo=${ACCOUNT_PATH}/security`);
  return new Page(
    'error.title',
    ({ say, refusal }) =>
      html`<h1>${say('error.heading')}</h1>
        <p role="alert">${refusal(error)}</p>
        <p><small>${say('error.request', { id: requestId })}</small></p>
        <a href="${ACCOUNT_PATH}">${say('error.toAccount')}</a>`,
    { status: error.status },
  );
}
