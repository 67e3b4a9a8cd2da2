import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../core/crypto/index.js';
import { AppError } from '../core/errors/index.js';
import { builtPage } from './built-pages.js';
import { DOCS_POLICY, REDOC_POLICY } from './docs-policy.js';

/** Browsers may keep what they got, and ask each time whether it is still current and still allowed. */
const CACHE_CONTROL = 'private, no-cache';

/** What the documents' part of the server needs. */
export interface DocsScopeOptions {
  /** The OpenAPI document as JSON; called once, at its first reader. */
  readonly openApiJson: () => string;
  /** Whether this request may read the documents. */
  readonly isAllowed: (request: FastifyRequest) => Promise<boolean>;
  readonly sendProblem: (thrown: unknown, reply: FastifyReply) => void;
}

/** The documents' own part of the server, with one gate before all of it. */
export async function docsScope(scope: FastifyInstance, options: DocsScopeOptions): Promise<void> {
  const { isAllowed, sendProblem } = options;
  scope.setErrorHandler((error, _request, reply) => sendProblem(error, reply));
  scope.addHook('onRequest', async (request) => {
    if (await isAllowed(request)) return;
    throw new AppError('unauthenticated', {
      detail: 'Log in to the panel, or send the access token of somebody with docs:read.',
    });
  });

  registerOpenApi(scope, options.openApiJson);
  await scope.register((page) => pageScope(page, 'swagger', DOCS_POLICY), { prefix: '/auth/docs' });
  await scope.register((page) => pageScope(page, 'redoc', REDOC_POLICY), { prefix: '/auth/redoc' });
  await scope.register((page) => pageScope(page, 'site', DOCS_POLICY), { prefix: '/auth/mkdocs' });
}

function registerOpenApi(scope: FastifyInstance, openApiJson: () => string): void {
  let document: { readonly json: string; readonly etag: string } | undefined;
  scope.get('/auth/openapi.json', (request, reply) => {
    document ??= withEntityTag(openApiJson());
    reply.headers({ etag: document.etag, 'cache-control': CACHE_CONTROL });
    if (request.headers['if-none-match']?.includes(document.etag)) return reply.status(304).send();
    return reply.type('application/json; charset=utf-8').send(document.json);
  });
}

const withEntityTag = (json: string) => ({ json, etag: `"${sha256(json).toString('base64url')}"` });

/** A page with its files: what `tools/build-docs.mjs` made. */
async function pageScope(
  scope: FastifyInstance,
  name: Parameters<typeof builtPage>[0],
  policy: string,
): Promise<void> {
  scope.addHook('onRequest', (_request, reply, done) => {
    reply.header('content-security-policy', policy);
    done();
  });
  await scope.register(fastifyStatic, {
    root: builtPage(name),
    prefix: '/',
    preCompressed: true,
    dotfiles: 'ignore',
    extensions: ['html'],
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', CACHE_CONTROL),
  });
  if (name === 'site') {
    // The site's own router knows no other start than the one with the slash.
    scope.get('', (_request, reply) => reply.redirect('/auth/mkdocs/', 308));
    scope.setNotFoundHandler((_request, reply) => reply.status(404).sendFile('404.html'));
  } else {
    scope.get('', (_request, reply) => reply.sendFile('index.html'));
    scope.setNotFoundHandler(() => Promise.reject(new AppError('not_found')));
  }
}
