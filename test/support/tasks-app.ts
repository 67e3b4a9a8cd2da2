import type { Type } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import supertest from 'supertest';
import { loadConfig } from '../../apps/tasks/src/config/config.js';
import { createApp } from '../../apps/tasks/src/create-app.js';
import {
  CreateVisibilityGroup,
  MoveMember,
  type VisibilityGroupView,
} from '../../apps/auth/src/modules/visibility-group/index.js';
import type { TestApp } from './app.js';
import { createUser, createUserWith, logIn } from './people.js';
import { createService } from './services.js';

/** Somebody who sends requests to the service for tasks. */
export interface Person {
  readonly id: string;
  readonly sessionId: string;
  get(path: string): supertest.Test;
  post(path: string, body: object): supertest.Test;
  put(path: string, body?: object): supertest.Test;
  delete(path: string): supertest.Test;
}

/** The service for tasks, beside the auth service under test. */
export interface TasksApp {
  request(): ReturnType<typeof supertest>;
  /** A part of it. */
  get<Part>(type: Type<Part>): Part;
  /** Makes somebody and logs them in; the default group when none is said. */
  person(groupId: string | null, ...permissions: PermissionName[]): Promise<Person>;
  /** Does something while it is down. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

let groups = 0;

/** Makes a visibility group, at the top when none above it is said. */
export const newGroup = (auth: TestApp, name: string, parentId?: string): Promise<VisibilityGroupView> =>
  auth.app
    .get(CreateVisibilityGroup)
    .execute({ name: `${name} ${++groups}`, ...(parentId !== undefined && { parentId }) });

/** Starts it as its users do, apart from the process. */
export async function startTasks(auth: TestApp, databaseUrl: string): Promise<TasksApp> {
  if (!auth.app.getHttpServer().listening) await auth.app.listen(0, '127.0.0.1');
  const account = await createService(
    auth,
    'authorization:follow',
    'authorization:evaluate',
    'catalogue:register',
  );
  const config = loadConfig({
    LOG_LEVEL: 'fatal',
    DATABASE_URL: databaseUrl,
    AUTH_ISSUER: auth.config.issuer,
    AUTH_URL: `${await auth.app.getUrl()}/auth`,
    AUTH_AUDIENCE: auth.config.tokenAudience,
    AUTH_CLIENT_ID: account.id,
    AUTH_CLIENT_SECRET: account.clientSecret,
  });
  const start = async () => {
    const started = await createApp(config);
    await started.listen(0, '127.0.0.1');
    return started;
  };
  let app = await start();
  const request = () => supertest(app.getHttpServer());
  return {
    request,
    get: (type) => app.get(type),
    person: async (groupId, ...permissions) => {
      const user = await (permissions.length === 0 ? createUser(auth) : createUserWith(auth, ...permissions));
      if (groupId !== null) await auth.app.get(MoveMember).execute(groupId, user.id);
      const { accessToken, sessionId } = await logIn(auth, user.email);
      const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
        request()[method](path).set('authorization', `Bearer ${accessToken}`).send(body);
      return {
        id: user.id,
        sessionId,
        get: (path) => send('get', path),
        post: (path, body) => send('post', path, body),
        put: (path, body) => send('put', path, body),
        delete: (path) => send('delete', path),
      };
    },
    restart: async (meanwhile) => {
      await app.close();
      await meanwhile();
      app = await start();
    },
    close: () => app.close(),
  };
}
