import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { AppConfig } from '../core/config/index.js';
import type { ProblemFilter } from '../core/http/index.js';
import { docsScope } from './docs-scope.js';
import { createOpenApiDocument } from './openapi-document.js';

/** What {@link registerDocs} needs. */
export interface DocsOptions {
  readonly config: Pick<AppConfig, 'docsPublic' | 'publicUrl'>;
  readonly problems: Pick<ProblemFilter, 'send'>;
  /** Who may read the documents where they are closed to strangers. */
  readonly isAllowed: (request: FastifyRequest) => Promise<boolean>;
}

/**
 * Serves /auth/openapi.json, /auth/docs (Swagger UI), /auth/redoc and /auth/mkdocs (the Markdown of docs/).
 * To be called before the server is ready, after the hooks that open the request's context.
 */
export async function registerDocs(app: NestFastifyApplication, options: DocsOptions): Promise<void> {
  const { config, problems, isAllowed } = options;
  const scopeOptions = {
    openApiJson: () => JSON.stringify(createOpenApiDocument(app, config.publicUrl)),
    isAllowed: config.docsPublic ? () => Promise.resolve(true) : isAllowed,
    sendProblem: (thrown: unknown, reply: Parameters<ProblemFilter['send']>[1]) =>
      problems.send(thrown, reply),
  };
  await app
    .getHttpAdapter()
    .getInstance()
    .register((scope) => docsScope(scope, scopeOptions));
}
