import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { getMetadataStorage } from 'class-validator';
import { isPermissionName, type PermissionName } from '@auth-service/authorization';
import {
  PermissionCatalogue,
  Public,
  RequirePermission,
  RouteAudit,
} from '../apps/auth/src/core/access/index.js';
import { errorDefinitions } from '../apps/auth/src/core/errors/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith } from './support/people.js';

const app = useApp();
const ID = '01900000-0000-7000-8000-000000000000';

/** Every operation of the OpenAPI document, with ids filled in. */
async function operations(): Promise<{ method: 'get'; path: string; isGuarded: boolean }[]> {
  const { body } = await app.request().get('/auth/openapi.json').expect(200);
  const paths = body.paths as Record<string, Record<string, { security?: unknown[] }>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({
      method: method as 'get',
      path: path.replaceAll(/\{\w+\}/g, ID),
      isGuarded: security?.some((scheme) => Object.hasOwn(scheme as object, 'bearer')) === true,
    })),
  );
}

/** Of each operation with a JSON body the fields that are checked. */
async function checkedFields(): Promise<{ method: 'post'; path: string; fields: string[] }[]> {
  const storage = getMetadataStorage();
  const { validationMetadatas } = storage as unknown as {
    validationMetadatas: Map<new () => unknown, unknown>;
  };
  const classes = new Map([...validationMetadatas.keys()].map((type) => [type.name, type]));
  const { body } = await app.request().get('/auth/openapi.json').expect(200);
  return Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const schema = operation.requestBody?.content?.['application/json']?.schema as
        { $ref?: string } | undefined;
      const type = classes.get(schema?.$ref?.split('/').pop() ?? '');
      if (type === undefined) return [];
      const checks = storage.getTargetValidationMetadatas(type, '', false, false);
      const fields = [...new Set(checks.map(({ propertyName }) => propertyName))];
      return [{ method: method as 'post', path: path.replaceAll(/\{\w+\}/g, ID), fields }];
    }),
  );
}

/** What these have to be follows from another field. */
const CONDITIONAL = ['response', 'code', 'password'];

describe('every route', () => {
  it('says who may call it; these alone are for everybody', () => {
    const routes = app.app.get(RouteAudit).routes();
    const open = routes.filter(({ access }) => access === 'public').map(({ name }) => name);
    const isPage = (name: string) => name.includes('PagesController.');
    expect(open.filter((name) => !isPage(name)).sort()).toEqual([
      'GET AuthZenController.configuration',
      'GET AuthorizationServerController.find',
      'GET AuthorizationServerController.findByIssuer',
      'GET FederationController.providers',
      'GET HealthController.live',
      'GET HealthController.ready',
      'GET JwksController.jwks',
      'GET MailPreviewController.show',
      'GET RootController.index',
      'GET SetupController.form',
      'POST AccountController.forgot',
      'POST AccountController.register',
      'POST AccountController.resend',
      'POST AccountController.reset',
      'POST AccountController.verify',
      'POST AuthController.login',
      'POST AuthController.refresh',
      'POST FederationController.exchange',
      'POST InvitationController.accept',
      'POST OAuthController.introspect',
      'POST OAuthController.revoke',
      'POST OAuthController.token',
      'POST SecondFactorController.emailCode',
      'POST SecondFactorController.passkey',
      'POST SecondFactorController.passkeyOptions',
      'POST SecondFactorController.requestEmail',
      'POST SecondFactorController.secondFactor',
      'POST SecondFactorController.secondFactorOptions',
      'POST SetupController.create',
      'POST TeamInvitationController.accept',
    ]);
    // Of the pages, those before the login alone.
    const before = /^(Login|SignUp|Link|PasskeyLogin|EmailLogin|SecondFactor|Federation|Preference)Pages/;
    expect(open.filter(isPage).filter((name) => !before.test(name.split(' ')[1] ?? ''))).toEqual([]);
    const guarded = routes.filter(({ access }) => access !== 'public');
    expect(guarded.length).toBeGreaterThan(30);
    for (const { access } of guarded) expect(isPermissionName(access ?? '')).toBe(true);
  });

  it('asks who is there: 401 without a token, 403 without the permission', async () => {
    const authorization = await bearer(app, await createUser(app));
    let guarded = 0;
    for (const { method, path, isGuarded } of await operations()) {
      if (!isGuarded || path.endsWith('/logout')) continue;
      guarded += 1;
      const stranger = await app.request()[method](path);
      expect([method, path, stranger.status, stranger.body.code]).toEqual([
        method,
        path,
        401,
        'unauthenticated',
      ]);
      expect(stranger.headers['www-authenticate']).toMatch(/^Bearer/);
      const member = await app.request()[method](path).set({ authorization });
      const isOwn = /\/me\b|\/sessions|\/step-up/.test(path);
      if (!isOwn)
        expect([method, path, member.status, member.body.code]).toEqual([method, path, 403, 'forbidden']);
      expect(member.status).toBeLessThan(500);
    }
    expect(guarded).toBeGreaterThan(30);
  }, 30_000);

  it('lets in whoever holds its permission and nothing else', async () => {
    const permissions = new Set(
      app.app
        .get(RouteAudit)
        .routes()
        .map(({ access }) => access),
    );
    permissions.delete('public');
    const headers = { authorization: await bearer(app, await createUser(app)) };
    for (const permission of ['user:read', 'role:read', 'resource:read', 'permission:read', 'audit:read']) {
      expect(permissions.has(permission as PermissionName)).toBe(true);
      const holder = {
        authorization: await bearer(app, await createUserWith(app, permission as PermissionName)),
      };
      const path = { audit: '/auth/v1/audit-log' }[permission.split(':')[0] ?? ''];
      const address = path ?? `/auth/v1/${permission.split(':')[0]}s`;
      await app.request().get(address).set(headers).expect(403);
      await app.request().get(address).set(holder).expect(200);
    }
  });
});

describe('an application', () => {
  const boot = async (controller: new () => object) => {
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers: [controller],
      providers: [RouteAudit, PermissionCatalogue],
    }).compile();
    await module.init();
    await module.close();
  };

  it('does not start with a route that says nothing, or names what no module declares', async () => {
    @Controller('silent')
    class SilentController {
      @Get()
      read(): string {
        return 'text';
      }
    }
    @Controller('unknown')
    class UnknownController {
      @Get()
      @RequirePermission('nothing:read')
      read(): string {
        return 'text';
      }
    }
    @Controller('open')
    class OpenController {
      @Get()
      @Public()
      read(): string {
        return 'text';
      }
    }
    await expect(boot(SilentController)).rejects.toThrow('GET SilentController.read');
    await expect(boot(UnknownController)).rejects.toThrow('no module declares nothing:read');
    await boot(OpenController);
  });
});

describe('bad input', () => {
  const bad: unknown[] = [
    null,
    [],
    'text',
    5,
    {},
    { email: {}, password: [] },
    { name: '\0', permissions: [null] },
    JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}'),
    Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, index])),
    { attributes: { a: { b: { c: { d: [[[[[]]]]] } } } } },
    { email: '\ud800@example.test', displayName: '\udfff' },
    { key: "x'; DROP TABLE users; --", limit: 1e308 },
  ];

  it('never ends in a 5xx and always names a code', async () => {
    const authorization = await bearer(app, await createUserWith(app, '*:*'));
    for (const { method, path } of await operations()) {
      // The one ends the session that all others need; the other is a stream, which has no end.
      if (path.endsWith('/logout') || path.endsWith('/events')) continue;
      const bodies = ['get', 'delete'].includes(method) ? [undefined] : bad;
      for (const body of bodies) {
        const request = app
          .request()
          [method](path)
          .set({ authorization, 'content-type': 'application/json' });
        const answer = await request.send(body === undefined ? undefined : JSON.stringify(body));
        check(answer, `${method} ${path} ${JSON.stringify({ body }).slice(0, 60)}`);
      }
      for (const query of [
        'limit=-1',
        'limit=1e99',
        'cursor=%00',
        'search=%00',
        'sort[]=a',
        'a[b][c]=1',
        '%ff=1',
      ])
        check(
          await app.request()[method](`${path}?${query}`).set({ authorization }),
          `${method} ${path}?${query}`,
        );
      if (path.includes(ID))
        for (const id of ['%00', '%ff', '..%2f..', "1'--", 'x'.repeat(300), '1'])
          check(
            await app.request()[method](path.replaceAll(ID, id)).set({ authorization }),
            `${method} ${path} ${id}`,
          );
    }
  }, 60_000);

  it('names the field that is null where null is no value', async () => {
    const authorization = await bearer(app, await createUserWith(app, '*:*'));
    let count = 0;
    for (const { method, path, fields } of await checkedFields()) {
      for (const field of fields) {
        // Here null says: at the top, or as the groups above say.
        if (['parentId', 'level'].includes(field) && /(?:parent|preview)$/.test(path)) continue;
        const answer = await app
          .request()
          [method](path)
          .set({ authorization })
          .send({ [field]: null });
        const named = ((answer.body.errors ?? []) as { field: string }[]).map(({ field: name }) => name);
        expect([method, path, field, answer.status, named]).toEqual([
          method,
          path,
          field,
          400,
          /second-factor$|step-up$/.test(path) && CONDITIONAL.includes(field)
            ? expect.anything()
            : expect.arrayContaining([field]),
        ]);
        count++;
      }
    }
    expect(count).toBeGreaterThan(60);
  }, 60_000);

  function check(
    answer: { status: number; body: { code?: string; error?: string }; headers: Record<string, string> },
    name: string,
  ) {
    expect([name, answer.status >= 500]).toEqual([name, false]);
    if (answer.status < 400) return;
    // OAuth has errors of its own.
    if (name.includes('/v1/oauth/') && answer.body.error !== undefined) {
      expect([name, answer.status, answer.body.error]).toEqual([name, 401, 'invalid_client']);
      return;
    }
    expect([name, answer.headers['content-type']]).toEqual([name, 'application/problem+json; charset=utf-8']);
    expect([name, Object.keys(errorDefinitions)]).toEqual([name, expect.arrayContaining([answer.body.code])]);
  }
});
