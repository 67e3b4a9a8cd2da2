import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AdminPanel } from './admin/admin-panel.js';
import { AppModule } from './app.module.js';
import { MemoryRoutes } from './core/access/index.js';
import type { AppConfig } from './core/config/index.js';
import { RequestContext } from './core/context/index.js';
import type { DataSource } from './core/database/index.js';
import {
  answerUnreadable,
  Drain,
  EarlyAnswers,
  endSilentConnectionsAtClose,
  installRequestHooks,
  ProblemFilter,
  Unroutable,
} from './core/http/index.js';
import { AppLogger } from './core/telemetry/index.js';
import { registerDocs } from './docs/index.js';
import { mayReadDocs } from './docs-gate.js';
import { IdentifyCaller } from './modules/auth/index.js';

/** Bytes of a body, panel apart. */
const BODY_LIMIT = 64 * 1024;
const MAX_PARAMETER_LENGTH = 200;

/**
 * Builds the application, not yet listening.
 *
 * @param dataSource - connected and migrated; the caller closes it after the application
 */
export async function createApp(config: AppConfig, dataSource: DataSource): Promise<NestFastifyApplication> {
  const unroutable = new Unroutable();
  const earlyAnswers = new EarlyAnswers();
  const adapter = new FastifyAdapter({
    serverFactory: earlyAnswers.serverFactory,
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH, ignoreTrailingSlash: false },
    // Slow or silent clients are let go.
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    logger: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (...refused: Parameters<Unroutable['answer']>) => unroutable.answer(...refused),
    // Middleware of the framework is not used: what protects is a hook or the guard.
    skipMiddie: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, dataSource),
    adapter,
    {
      // Until our own is there; a fault is thrown, and told once.
      logger: false,
      abortOnError: false,
    },
  );
  const logger = app.get(AppLogger);
  app.useLogger(logger);
  const problems = app.get(ProblemFilter);
  const fastify = adapter.getInstance();
  const https = config.publicUrl.startsWith('https:');
  const drain = app.get(Drain);
  endSilentConnectionsAtClose(fastify);
  installRequestHooks(fastify, {
    context: app.get(RequestContext),
    logger,
    unroutable,
    drain,
    sendProblem: (thrown, reply) => problems.send(thrown, reply),
    https,
  });
  earlyAnswers.from({
    logger,
    drain,
    https,
    routes: app.get(MemoryRoutes),
    recallCaller: app.get(IdentifyCaller).recallHeader,
    crossOrigin: config.corsOrigins.length > 0,
    trustedProxies: config.trustedProxies,
  });
  const panel = app.get(AdminPanel);
  await panel.register(fastify);
  await registerDocs(app, {
    config,
    problems,
    isAllowed: mayReadDocs(app.get(IdentifyCaller), panel),
  });
  if (config.corsOrigins.length > 0) {
    app.enableCors({
      origin: config.corsOrigins,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      maxAge: 600,
      exposedHeaders: ['retry-after', 'www-authenticate', 'x-request-id'],
    });
  }
  return app;
}
