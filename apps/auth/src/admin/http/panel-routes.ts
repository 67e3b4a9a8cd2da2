import type { ActionDecorator, AdminJS as Panel } from 'adminjs';
import { isUUID } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiController } from '../adminjs/adminjs.js';
import { assertMay } from '../adminjs/panel-admin.js';
import { panelState } from '../adminjs/panel-state.js';
import { AppError, assertThat } from '../../core/errors/index.js';
import { ASSETS_PATH } from './assets.js';
import { panelDocument } from './panel-document.js';
import { sendHtml } from './send-html.js';
import type { PanelScopeOptions } from './panel-scope.types.js';

interface Params {
  readonly resourceId?: string;
  readonly action?: string;
  readonly recordId?: string;
}

/** Actions that only read; every other one has to be sent by POST. */
const READING_ACTIONS: readonly string[] = ['list', 'show', 'search', 'edit', 'choices'];
/** More than any form of the panel has. */
const MAX_VALUES = 100;

/**
 * Hands the panel's requests to AdminJS' controllers. This stands in for the package's own Fastify plugin, which takes
 * multipart bodies, reads its bundles from disk for each request and answers 500 for what it does not know.
 */
export function registerPanelRoutes(
  scope: FastifyInstance,
  { parts, productName }: Pick<PanelScopeOptions, 'parts' | 'productName'>,
): void {
  const { panel, pages } = parts;
  const sendDocument = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { panelAdmin: admin, panelPreferences, panelNonce: nonce } = request;
    assertThat(admin !== undefined, 'unauthenticated');
    const state = await panelState(parts, admin);
    const document = { title: productName, ...panelPreferences, assets: ASSETS_PATH, state, nonce };
    return sendHtml(reply, panelPreferences.language, panelDocument(document));
  };

  scope.get('/', sendDocument);
  scope.get<{ Params: { page: string } }>('/pages/:page', (request, reply) => {
    const page = pages.find(({ name }) => name === request.params.page);
    assertThat(page !== undefined, 'not_found');
    assertMay({ currentAdmin: request.panelAdmin }, page.permission);
    return sendDocument(request, reply);
  });
  for (const path of [
    '/resources/:resourceId',
    '/resources/:resourceId/actions/:action',
    '/resources/:resourceId/records/:recordId/:action',
  ])
    scope.get(path, (request, reply) => {
      checkedParams(panel, request);
      return sendDocument(request, reply);
    });

  scope.route({
    method: ['GET', 'POST'],
    url: '/api/resources/:resourceId/actions/:action',
    handler: async (request, reply) => {
      assertCallable(panel, request, 'resource');
      return answer(
        reply,
        await apiController(panel, request).resourceAction(apiRequest(panel, request), reply),
      );
    },
  });
  scope.get('/api/resources/:resourceId/actions/:action/:query', async (request, reply) => {
    assertCallable(panel, request, 'resource');
    return answer(
      reply,
      await apiController(panel, request).resourceAction(apiRequest(panel, request), reply),
    );
  });
  scope.route({
    method: ['GET', 'POST'],
    url: '/api/resources/:resourceId/records/:recordId/:action',
    handler: async (request, reply) => {
      assertCallable(panel, request, 'record');
      return answer(
        reply,
        await apiController(panel, request).recordAction(apiRequest(panel, request), reply),
      );
    },
  });
}

function apiController(panel: Panel, request: FastifyRequest): InstanceType<typeof ApiController> {
  return new ApiController({ admin: panel }, request.panelAdmin);
}

/** What AdminJS calls a request. */
function apiRequest(
  panel: Panel,
  request: FastifyRequest,
): Parameters<InstanceType<typeof ApiController>['resourceAction']>[0] {
  return {
    params: { ...(request.params as object) } as Record<string, string> & {
      resourceId: string;
      action: string;
    },
    query: checkedQuery(panel, request),
    payload: checkedPayload(request.body),
    method: request.method === 'POST' ? 'post' : 'get',
  };
}

/** A form: names and plain values. */
function checkedPayload(body: unknown): Record<string, unknown> {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body) || Object.keys(body).length > MAX_VALUES) {
    throw new AppError('invalid_request', { detail: 'not a form of the panel' });
  }
  const form = { ...body } as Record<string, unknown>;
  for (const [name, value] of Object.entries(form)) {
    if (!isPlain(value)) throw AppError.forField('invalid_request', name, 'must be a plain value');
  }
  return form;
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

/**
 * Refuses filters by what is no field at all, at which AdminJS would stumble, and an order by what is no column to sort
 * by, which it would leave out; the resource sees to the rest.
 */
function checkedQuery(panel: Panel, request: FastifyRequest): Record<string, unknown> {
  const { resourceId } = request.params as Params;
  const resource = panel.resources.find((candidate) => candidate.id() === resourceId);
  const query = { ...(request.query as Record<string, unknown>) };
  for (const name of Object.keys(query)) {
    if (name.startsWith('filters') && !resource?.property(name.slice('filters.'.length))) {
      throw AppError.forField('invalid_request', name, 'this is no field to filter by');
    }
  }
  const { sortBy } = query;
  const isSortable = typeof sortBy === 'string' && resource?.property(sortBy)?.isSortable() === true;
  if (sortBy !== undefined && !isSortable)
    throw AppError.forField('invalid_request', 'sortBy', 'this is no field to sort by');
  return query;
}

/** Refuses ids and names that the panel does not have, which AdminJS would answer with 500. */
function checkedParams(panel: Panel, request: FastifyRequest): Params & Record<string, string> {
  const params = request.params as Params & Record<string, string>;
  if (params.resourceId === undefined) return params;
  const action = params.action === undefined ? undefined : findAction(panel, params);
  const isKnown = panel.resources.some((resource) => resource.id() === params.resourceId);
  const isId = params.recordId === undefined || isUUID(params.recordId);
  if (!isKnown || !isId || (params.action !== undefined && action === undefined))
    throw new AppError('not_found');
  return params;
}

function assertCallable(panel: Panel, request: FastifyRequest, type: 'record' | 'resource'): void {
  const params = checkedParams(panel, request);
  const action = findAction(panel, params);
  if (action === undefined || (type === 'record' ? !action.isRecordType() : !action.isResourceType()))
    throw new AppError('not_found');
  if (request.method !== 'POST' && !READING_ACTIONS.includes(action.name))
    throw new AppError('method_not_allowed');
}

function findAction(panel: Panel, { resourceId, action = '' }: Params): ActionDecorator | undefined {
  const actions = panel.resources.find((resource) => resource.id() === resourceId)?.decorate().actions ?? {};
  return Object.hasOwn(actions, action) ? actions[action] : undefined;
}

const statusOfRefusal: Readonly<Record<string, number>> = { ForbiddenError: 403, NotFoundError: 404 };

/** AdminJS tells of refusals in the body alone; the status should not say otherwise. */
function answer(reply: FastifyReply, body: object): FastifyReply {
  const { notice, record } = body as {
    notice?: { type?: string };
    record?: { baseError?: { type?: string } | null };
  };
  const status = notice?.type === 'error' ? statusOfRefusal[record?.baseError?.type ?? ''] : undefined;
  return reply.status(status ?? 200).send(body);
}
