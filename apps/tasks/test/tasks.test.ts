import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import {
  expectAllowed,
  expectDenied,
  expectHidden,
  expectUnauthenticated,
  TestOrganisation,
  type TestUser,
} from '@auth-service/guard/testing';
import { AppModule } from '../src/app.module.js';
import { loadConfig } from '../src/config/config.js';
import { configureApp } from '../src/create-app.js';
import { createSchema, type OwnSchema } from './database.js';

const organisation = new TestOrganisation();
const north = organisation.group('North');
const south = organisation.group('South');
const owner = organisation.user('Owner', { permissions: ['task:read', 'task:create'], group: north });
const colleague = organisation.user('Colleague', {
  permissions: ['task:read', 'task:update'],
  group: north,
});
const stranger = organisation.user('Stranger', { permissions: ['task:read'], group: south });

let schema: OwnSchema;
let app: NestFastifyApplication;

before(async () => {
  schema = await createSchema();
  // The organisation takes the auth service's place, so its settings say nothing.
  const config = loadConfig({
    DATABASE_URL: schema.url,
    AUTH_ISSUER: 'https://auth.example.test/auth',
    AUTH_CLIENT_ID: 'test',
    AUTH_CLIENT_SECRET: 'test',
  });
  const builder = Test.createTestingModule({ imports: [AppModule.forRoot(config)] });
  const module = await organisation.install(builder).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  configureApp(app);
  await app.init();
});

after(async () => {
  await app.close();
  await schema.drop();
});

const send = async (user: TestUser, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  app.inject({ method, url, headers: await organisation.headers(user), ...(payload && { payload }) });

describe('tasks', () => {
  it('are seen by the owner’s group, and changed by whoever may', async () => {
    const made = await send(owner, 'POST', '/tasks', { title: 'Call the harbour office' });
    await expectAllowed(made);
    const path = `/tasks/${made.json<{ id: string }>().id}`;
    await expectAllowed(send(colleague, 'GET', path));
    await expectHidden(send(stranger, 'GET', path));
    const { items } = (await send(stranger, 'GET', '/tasks')).json<{ items: object[] }>();
    assert.deepEqual(items, []);
    await expectDenied(send(colleague, 'PUT', path, { title: 'Call again', isDone: true }));
  });

  it('are nothing for people who are not known', async () => {
    await expectUnauthenticated(app.inject('/tasks'));
  });
});
