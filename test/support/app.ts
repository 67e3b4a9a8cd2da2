import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { ALL_KEYS, InvalidationChannel } from '../../apps/auth/src/core/cache/index.js';
import { type AppConfig, loadConfig } from '../../apps/auth/src/core/config/index.js';
import { createDataSource } from '../../apps/auth/src/core/database/index.js';
import { createApp } from '../../apps/auth/src/create-app.js';
import { entities } from '../../apps/auth/src/entities.js';
import { createDatabase, type OwnDatabase } from './databases.js';
import { SavepointClient } from './savepoint-client.js';

/** A slow machine starts several applications at once. */
const START_MS = 30_000;

type Settings = Readonly<Record<string, string>>;
/** Settings; a function where they are known only once the tests run. */
type Environment = Settings | (() => Settings);

/** An application under test. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly config: AppConfig;
  readonly dataSource: DataSource;
  /** Sends requests to it. */
  request(): ReturnType<typeof supertest>;
}

function configFor(url: string, environment: Environment): AppConfig {
  return loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: url,
    DATA_DIR: process.env.TEST_DATA_DIR,
    DATABASE_TIMEOUT_MS: '10000',
    ...(typeof environment === 'function' ? environment() : environment),
  });
}

async function start(config: AppConfig, poolOptions: Record<string, unknown> = {}): Promise<TestApp> {
  const settings = {
    url: config.databaseUrl ?? '',
    poolSize: config.databasePoolSize,
    timeoutMs: config.databaseTimeoutMs,
  };
  const dataSource = await createDataSource(settings, entities, poolOptions).initialize();
  const app = await createApp(config, dataSource);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, config, dataSource, request: () => supertest(app.getHttpServer()) };
}

async function stop(running: TestApp | undefined): Promise<void> {
  await running?.app.close();
  await running?.dataSource.destroy();
}

/**
 * One application for a test file. It has a single connection, pinned in a transaction that is rolled back after each
 * test: nothing has to be cleaned up by hand.
 */
export function useApp(environment: Environment = {}): TestApp {
  const database = useDatabase();
  let running: TestApp | undefined;

  beforeAll(async () => {
    running = await start(configFor(database.url, environment), { max: 1, Client: SavepointClient });
  }, START_MS);
  beforeEach(() => SavepointClient.current?.begin());
  afterEach(async () => {
    await SavepointClient.current?.rollback();
    const channel = running?.app.get(InvalidationChannel);
    for (const topic of [
      'user',
      'session',
      'catalogue',
      'authorization_subject',
      'authorization_structure',
      'signing_key',
      'api_key',
    ])
      await channel?.announce(topic, [ALL_KEYS]);
  });
  afterAll(() => stop(running));
  return late(() => running);
}

/** Applications that commit, on one database of their own, for what rollbacks would hide: races and several instances. */
export function useCommittingApps(count: number, environment: Environment = {}): readonly TestApp[] {
  const database = useDatabase();
  const running: TestApp[] = [];

  beforeAll(async () => {
    for (let index = 0; index < count; index++)
      running.push(await start(configFor(database.url, environment)));
  }, START_MS);
  afterAll(async () => {
    for (const instance of running) await stop(instance);
  }, START_MS);
  return Array.from({ length: count }, (_, index) => late(() => running[index]));
}

/** A database of the test file's own, dropped at its end. */
export function useDatabase(kind: 'seeded' | 'empty' = 'seeded'): OwnDatabase {
  let database: OwnDatabase | undefined;
  beforeAll(async () => {
    database = await createDatabase(kind);
  }, START_MS);
  afterAll(() => database?.drop());
  return late(() => database);
}

/** Stands for something that exists only once the tests run. */
function late<T extends object>(find: () => T | undefined): T {
  return new Proxy({} as T, {
    get: (_, name) => {
      const found = find();
      if (found === undefined) throw new Error('used before the tests run');
      return Reflect.get(found, name) as unknown;
    },
  });
}
