import { beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post, type Type } from '@nestjs/common';
import { ApiBearerAuth, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { HealthCheck, type HealthCheckResult, HealthCheckService, TerminusModule } from '@nestjs/terminus';
import { NestFactory } from '@nestjs/core';
import {
  AuthGuardHealth,
  AuthGuardModule,
  type AuthGuardOptions,
  Public,
  RequirePermission,
  RequireTeam,
  StepUp,
  Visible,
  type VisibilityScope,
} from '@auth-service/guard';
import { type TestApp, useCommittingApps } from './support/app.js';
import { freePort } from './support/free-port.js';
import { createGuardAccount, guardOptions, startGuarded, until } from './support/guarded-app.js';
import { createUserWith, logIn } from './support/people.js';
import { createService } from './support/services.js';

@Controller('deals')
class DealController {
  @Get()
  @RequirePermission('deal:read')
  list(): string {
    return 'deals';
  }

  @Get('weighty')
  @RequirePermission('deal:read', 'deal:update')
  @StepUp()
  weighty(): string {
    return 'weighty';
  }

  @Get('open')
  @Public()
  open(): string {
    return 'open';
  }
}

@Controller('mixed')
@RequirePermission('deal:read')
class MixedController {
  @Get()
  @Public()
  open(): string {
    return 'open';
  }

  @Post(':teamId')
  @RequireTeam()
  inTeam(): string {
    return 'in team';
  }
}

/** In an application that has given the scheme another name. */
@Controller('named')
@ApiBearerAuth('access-token')
@RequirePermission('deal:read')
class NamedController {
  @Get()
  named(): string {
    return 'named';
  }
}

/** As a package brings it along: it says nothing. */
@Controller('figures')
class FiguresController {
  @Get()
  figures(): string {
    return 'figures';
  }
}

@Controller('silent')
class SilentController {
  @Get()
  nothing(): string {
    return 'nothing';
  }

  @Get('open')
  @Public()
  scoped(@Visible('deal') scope: VisibilityScope): object {
    return scope;
  }

  @Get('unknown')
  @RequirePermission('deal:explode')
  unknown(): string {
    return 'unknown';
  }
}

const [service] = useCommittingApps(1) as [TestApp];
const resources = [
  { key: 'deal', description: 'Deals', actions: { read: 'See deals', update: 'Change deals' } },
];
let options: AuthGuardOptions;

beforeAll(async () => {
  await service.app.listen(0, '127.0.0.1');
  const account = await createService(
    service,
    'authorization:follow',
    'authorization:evaluate',
    'catalogue:register',
  );
  options = guardOptions(service, account, await service.app.getUrl());
}, 30_000);

const boot = (changes: Partial<AuthGuardOptions>, controllers: readonly Type[] = [DealController]) =>
  startGuarded({ ...options, ...changes }, controllers);

describe('an application does not start', () => {
  it.each<[Partial<AuthGuardOptions>, RegExp]>([
    [{ issuer: '' }, /set `issuer` to the address of the auth service ending in \/auth/],
    [{ issuer: 'auth.example.test/auth' }, /set `issuer`/],
    [{ issuer: 'https://auth.example.test' }, /set `issuer`/],
    [{ url: 'ftp://auth.example.test/auth' }, /set `url`/],
    [{ audience: undefined }, /set `audience` to the TOKEN_AUDIENCE/],
    [{ service: 'Sales!' }, /set `service` to the name of this service/],
    [{ clientId: '' }, /set `clientId` to the id of this service's account/],
    [{ clientSecret: ' ' }, /set `clientSecret` to a secret of that account/],
    [{ algorithms: ['none' as never] }, /set `algorithms` to some of ES256, EdDSA, RS256/],
    [{ maxStalenessMs: -1 }, /set `maxStalenessMs`/],
    [{ timeoutMs: Number.NaN }, /set `timeoutMs`/],
    [{ resources: [{ key: 'Deal', actions: { read: '' } }] }, /Deal:read is no permission/],
    [{ resources: [...resources, ...resources] }, /deal is there twice/],
  ])('with %j', async (changes, message) => {
    await expect(boot(changes)).rejects.toThrow(message);
  });

  it('when a route says nothing, is open and scoped, or asks for what is not declared', async () => {
    await expect(boot({ resources }, [DealController, SilentController])).rejects.toThrow(
      [
        'Routes that the guard cannot protect:',
        "GET SilentController.nothing: add @RequirePermission('resource:action'), @Authenticated() or @Public(); a controller of another package that is for everybody belongs into the option `publicControllers`",
        'GET SilentController.scoped: @Visible() needs to know who calls, so it cannot be @Public()',
        'GET SilentController.unknown: declare the action `explode` of `deal` in the option `resources`',
      ].join('\n'),
    );
  });

  it('when the service refuses it, and says what to do', async () => {
    const issuer = 'https://elsewhere.example.test/auth';
    await expect(boot({ issuer })).rejects.toThrow(
      `set \`issuer\` to ${options.issuer}, as the tokens of the auth service say; it is ${issuer}.`,
    );
    await expect(boot({ audience: 'elsewhere' })).rejects.toThrow(`set \`audience\` to ${options.audience}`);
    await expect(boot({ url: `${options.url}/v1/auth` })).rejects.toThrow(
      /set issuer and url to the address/,
    );
    await expect(boot({ clientSecret: 'acs_wrong' })).rejects.toThrow(/set clientId and clientSecret/);
    const weak = guardOptions(
      service,
      await createService(service),
      options.url?.replace(/\/auth$/, '') ?? '',
    );
    await expect(startGuarded(weak, [DealController])).rejects.toThrow(/authorization:follow/);
    const follower = guardOptions(
      service,
      await createGuardAccount(service),
      options.url?.slice(0, -5) ?? '',
    );
    await expect(startGuarded({ ...follower, resources }, [DealController])).rejects.toThrow(
      /catalogue:register/,
    );
    await expect(boot({ resources: [{ key: 'user', actions: { read: '' } }] })).rejects.toThrow(
      /name resources of this service alone/,
    );
  });
});

describe('an application starts', () => {
  it('and registers its catalogue, once', async () => {
    const sales = await boot({ resources });
    await until(async () => {
      const [row] = await service.dataSource.query(
        `SELECT count(*)::int AS count FROM permissions WHERE name LIKE 'deal:%' AND deprecated_at IS NULL`,
      );
      return row.count === 2;
    });
    const holder = await createUserWith(service, 'deal:read');
    const { accessToken } = await logIn(service, holder.email);
    await sales.request().get('/deals').set('authorization', `Bearer ${accessToken}`).expect(200);
    await (await boot({ resources })).close();
    const events = await service.dataSource.query(
      `SELECT FROM audit_log WHERE action = 'catalogue.registered'`,
    );
    expect(events).toHaveLength(1);
  }, 20_000);

  it('although the service is away, and answers 503 until it is there', async () => {
    const port = await freePort();
    const sales = await boot({ url: `http://127.0.0.1:${port}/auth`, resources });
    await sales.request().get('/deals/open').expect(200);
    const { accessToken } = await logIn(service, (await createUserWith(service, '*:*')).email);
    await sales.request().get('/deals').set('authorization', `Bearer ${accessToken}`).expect(503);
    expect(sales.app.get(AuthGuardHealth).isHealthy('auth').auth).toEqual({
      status: 'down',
      revision: -1,
      snapshotAgeMs: null,
      isFollowing: false,
    });
    expect(sales.metrics.toPrometheus()).toContain('auth_guard_snapshot_age_seconds +Inf\n');
  }, 20_000);

  it('with controllers of other packages that it names as public', async () => {
    await expect(boot({}, [FiguresController])).rejects.toThrow(/GET FiguresController.figures: add/);
    const sales = await boot({ publicControllers: [FiguresController] }, [DealController, FiguresController]);
    await sales.request().get('/figures').expect(200);
    await sales.request().get('/deals').expect(401);
  });

  it('and fills in the OpenAPI document', async () => {
    const { app } = await boot({}, [DealController, MixedController, NamedController]);
    const { paths } = SwaggerModule.createDocument(app, new DocumentBuilder().addBearerAuth().build());
    expect(paths['/deals']?.get).toMatchObject({
      security: [{ bearer: [] }],
      responses: { 200: {}, 401: {}, 403: { description: 'Needs `deal:read`.' } },
    });
    expect(paths['/deals/weighty']?.get).toMatchObject({
      security: [{ bearer: [] }],
      responses: {
        401: { description: expect.stringContaining('too long ago') },
        403: { description: 'Needs `deal:read` and `deal:update`.' },
      },
    });
    expect(paths['/named']?.get).toMatchObject({
      security: [{ 'access-token': [] }],
      responses: { 401: {} },
    });
    for (const { get } of [paths['/deals/open'], paths['/mixed']].map((path) => path ?? {})) {
      expect(get?.security).toBeUndefined();
      expect(get?.responses).toEqual({ 200: expect.anything() });
    }
    expect(paths['/mixed/{teamId}']?.post?.responses).toMatchObject({
      201: {},
      403: { description: 'Needs `deal:read`, and to be a member of the team `teamId`.' },
    });
  });

  it('and tells its health by @nestjs/terminus, and its figures to Prometheus', async () => {
    @Controller('health')
    class HealthController {
      constructor(
        private readonly health: HealthCheckService,
        private readonly guard: AuthGuardHealth,
      ) {}

      @Get()
      @Public()
      @HealthCheck()
      check() {
        return this.health.check([() => this.guard.isHealthy('auth')]);
      }
    }
    @Module({ imports: [TerminusModule, AuthGuardModule.forRoot(options)], controllers: [HealthController] })
    class AppModule {}
    const app = await NestFactory.create(AppModule, { logger: false });
    await app.listen(0, '127.0.0.1');
    try {
      const answer = await fetch(`${await app.getUrl()}/health`);
      const { status, info } = (await answer.json()) as HealthCheckResult;
      expect(status).toBe('ok');
      expect(info?.auth).toMatchObject({ status: 'up', revision: expect.any(Number) });
    } finally {
      await app.close();
    }
    const { metrics } = await boot({});
    expect(metrics.toPrometheus()).toMatch(
      /^auth_guard_service_calls_total\{outcome="answered"\} [1-9]\d*$/m,
    );
  });
});
