import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assertMay } from '../adminjs/panel-admin.js';
import { assertThat } from '../../core/errors/index.js';
import { assertWellFormed } from '../../core/http/index.js';
import { PanelDownload } from '../pages/panel-download.js';
import { checkedInput } from '../pages/panel-handler.js';
import type { PanelHandler, PanelPageOptions } from '../pages/panel-page.types.js';

interface Params {
  readonly page: string;
  readonly handler: string;
}

/**
 * What the panel's own pages read and do. The gate has established who asks, with the permissions of this moment, and
 * that a POST comes from our own pages.
 */
export function registerPageRoutes(scope: FastifyInstance, pages: readonly PanelPageOptions[]): void {
  const byName = new Map(pages.map((page) => [page.name, page]));
  const url = '/api/pages/:page/:handler';

  scope.get<{ Params: Params }>(url, (request, reply) => {
    const page = byName.get(request.params.page);
    return answer(request, reply, page, page?.readings, { ...(request.query as object) });
  });
  scope.post<{ Params: Params }>(url, (request, reply) => {
    const page = byName.get(request.params.page);
    return answer(request, reply, page, page?.actions, request.body ?? {});
  });
}

async function answer(
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  page: PanelPageOptions | undefined,
  handlers: Readonly<Record<string, PanelHandler>> | undefined,
  sent: unknown,
): Promise<FastifyReply> {
  const { panelAdmin, params } = request;
  const handler = Object.hasOwn(handlers ?? {}, params.handler) ? handlers?.[params.handler] : undefined;
  assertThat(page !== undefined && handler !== undefined, 'not_found');
  assertThat(panelAdmin !== undefined, 'unauthenticated');
  for (const permission of [page.permission, handler.permission])
    if (permission !== undefined) assertMay({ currentAdmin: panelAdmin }, permission);
  assertWellFormed(sent);
  const answered = await handler.run(checkedInput(handler, sent), panelAdmin);
  return answered instanceof PanelDownload ? sendFile(reply, answered) : reply.send(answered ?? {});
}

const sendFile = (reply: FastifyReply, { name, mediaType, chunks }: PanelDownload): FastifyReply =>
  reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(chunks, { objectMode: false }));
