import { afterAll } from '@jest/globals';
import { type INestApplication, Module, type Type } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { AuthGuardModule, type AuthGuardOptions, GuardMetrics } from '@auth-service/guard';
import supertest from 'supertest';
import type { TestApp } from './app.js';
import { createService, type TestService } from './services.js';

export type Platform = 'express' | 'fastify';

/** A service of another team, protected by the guard. */
export interface GuardedApp {
  readonly app: INestApplication;
  readonly metrics: GuardMetrics;
  request(): ReturnType<typeof supertest>;
  close(): Promise<void>;
}

/** What every guarded service says of itself, for the auth service under test. */
export const guardOptions = (
  { config }: TestApp,
  account: Pick<TestService, 'id' | 'clientSecret'>,
  origin: string,
): AuthGuardOptions => ({
  issuer: config.issuer,
  url: `${origin}/auth`,
  audience: config.tokenAudience,
  service: 'sales',
  clientId: account.id,
  clientSecret: account.clientSecret,
});

/** An account that may do what the guard does. */
export const createGuardAccount = (service: TestApp): Promise<TestService> =>
  createService(service, 'authorization:follow', 'authorization:evaluate');

const open = new Set<GuardedApp>();
afterAll(async () => {
  for (const guarded of open) await guarded.close();
});

@Module({})
class SalesModule {}

/** Starts a guarded service with these controllers. */
export async function startGuarded(
  options: AuthGuardOptions,
  controllers: readonly Type[],
  platform: Platform = 'fastify',
): Promise<GuardedApp> {
  const module = {
    module: SalesModule,
    imports: [AuthGuardModule.forRoot(options)],
    controllers: [...controllers],
  };
  const adapter = platform === 'express' ? new ExpressAdapter() : new FastifyAdapter();
  const app = await NestFactory.create(module, adapter, { logger: false, abortOnError: false });
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await app.close();
    throw error;
  }
  const guarded: GuardedApp = {
    app,
    metrics: app.get(GuardMetrics),
    request: () => supertest(app.getHttpServer()),
    close: async () => {
      open.delete(guarded);
      await app.close();
    },
  };
  open.add(guarded);
  return guarded;
}

/** Waits until something holds. */
export async function until(check: () => boolean | Promise<boolean>, ms = 3000): Promise<number> {
  const start = performance.now();
  while (!(await check())) {
    if (performance.now() - start > ms) throw new Error(`it did not come within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - start;
}
