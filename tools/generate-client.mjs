/**
 * Writes the types of the API for libs/client from the OpenAPI document (part of `npm run docs:generate`). With `--check`
 * it writes nothing and fails when they are not current. Reads the built service, which it neither starts nor connects.
 */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { AppModule } from '../dist/apps/auth/src/app.module.js';
import { loadConfig } from '../dist/apps/auth/src/core/config/index.js';
import { createDataSource } from '../dist/apps/auth/src/core/database/index.js';
import { createOpenApiDocument } from '../dist/apps/auth/src/docs/openapi-document.js';
import { entities } from '../dist/apps/auth/src/entities.js';
import { updateGenerated } from './generated-files.mjs';

/** The document of the modules as they are declared: in preview nothing of them is constructed. */
async function readDocument() {
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://127.0.0.1/auth' });
  const dataSource = createDataSource({ url: config.databaseUrl, poolSize: 1, timeoutMs: 1 }, entities);
  const app = await NestFactory.create(AppModule.forRoot(config, dataSource), new FastifyAdapter(), {
    abortOnError: false,
    logger: false,
    preview: true,
  });
  return createOpenApiDocument(app, config.publicUrl);
}

/** Errors are thrown by the client, all of one type: answers are those of success. */
function leaveErrorsOut({ paths }) {
  for (const path of Object.values(paths)) {
    for (const { responses } of Object.values(path)) {
      for (const status of Object.keys(responses)) if (!status.startsWith('2')) delete responses[status];
    }
  }
}

const document = await readDocument();
leaveErrorsOut(document);
const types = await openapiTypescript(document, { alphabetize: true, emptyObjectsUnknown: true });
const note = '/** Made from the OpenAPI document by `npm run docs:generate`; change the code instead. */';
await updateGenerated({ 'libs/client/src/openapi.ts': `${note}\n${astToString(types)}` });
