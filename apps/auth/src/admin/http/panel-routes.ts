import type { ActionDecorator, AdminJS as Panel } from 'adminjs';
import { isUUID } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiController, AppController, type PageController } from '../adminjs/adminjs.js';
import { AppError } from '../../core/errors/index.js';
import { hardenPage } from './panel-page.js';

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
export function registerPanelRoutes(scope: FastifyInstance, panel: Panel): void {
  const pages: Record<string, keyof PageController> = {
    '/': 'index',
    '/resources/:resourceId': 'resource',
    '/resources/:resourceId/actions/:action': 'resourceAction',
    '/resources/:resourceId/records/:recordId/:action': 'recordAction',
  };
  for (const [path, method] of Object.entries(pages)) {
    scope.get(path, async (request, reply) => {
      const params = checkedParams(panel, request);
      const controller = new AppController({ admin: panel }, request.panelAdmin);
      const page = await controller[method]({ params: { ...params, actionName: params.action ?? '' } });
      return reply.type('text/html; charset=utf-8').send(hardenPage(page, request.panelNonce));
    });
  }

  scope.get('/api/dashboard', (request, reply) =>
    apiController(panel, request).dashboard(apiRequest(panel, request), reply),
  );
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

/** Refuses filters by what is no field at all, at which AdminJS would stumble; the resource sees to the rest. */
function checkedQuery(panel: Panel, request: FastifyRequest): Record<string, unknown> {
  const { resourceId } = request.params as Params;
  const resource = panel.resources.find((candidate) => candidate.id() === resourceId);
  const query = { ...(request.query as Record<string, unknown>) };
  for (const name of Object.keys(query)) {
    if (name.startsWith('filters') && !resource?.property(name.slice('filters.'.length))) {
      throw AppError.forField('invalid_request', name, 'this is no field to filter by');
    }
  }
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
