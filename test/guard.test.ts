import { beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Param, Post } from '@nestjs/common';
import {
  Authenticated,
  type AuthenticatedUser,
  CurrentUser,
  Public,
  RequireAnyPermission,
  RequirePermission,
  RequireTeam,
  StepUp,
  Visible,
  type VisibilityScope,
} from '@auth-service/guard';
import { EndSession } from '../apps/auth/src/modules/session/index.js';
import { AssignRole, CreateRole, RevokeRole } from '../apps/auth/src/modules/rbac/index.js';
import { ChangeUserStatus } from '../apps/auth/src/modules/user/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import {
  createGuardAccount,
  type GuardedApp,
  guardOptions,
  startGuarded,
  until,
} from './support/guarded-app.js';
import { createUser, createUserWith, createUserWithRole, logIn } from './support/people.js';

@Controller('deals')
class DealController {
  @Get()
  @RequirePermission('audit:read')
  list(@CurrentUser() user: AuthenticatedUser, @Visible('deal') scope: VisibilityScope): object {
    return { id: user.id, condition: scope.condition };
  }

  @Get('open')
  @Public()
  open(@CurrentUser() user: AuthenticatedUser | null): object {
    return { user };
  }

  @Get('mine')
  @Authenticated()
  mine(@CurrentUser() { id, sessionId, level }: AuthenticatedUser): object {
    return { id, sessionId, level };
  }

  @Get('both')
  @RequirePermission('audit:read', 'user:read')
  both(): string {
    return 'both';
  }

  @Get('either')
  @RequireAnyPermission('audit:read', 'user:read')
  either(): string {
    return 'either';
  }

  @Post('weighty')
  @Authenticated()
  @StepUp({ level: 'aal2' })
  weighty(): string {
    return 'weighty';
  }

  @Get('teams/:teamId')
  @RequireTeam()
  @RequirePermission('audit:read')
  ofTeam(@Param('teamId') teamId: string): string {
    return teamId;
  }
}

const [service] = useCommittingApps(1) as [TestApp];
let origin: string;

beforeAll(async () => {
  await service.app.listen(0, '127.0.0.1');
  origin = await service.app.getUrl();
  // Nobody may be disabled when no superuser would stay.
  await createUserWithRole(service, 'superuser');
});

describe.each(['fastify', 'express'] as const)('the guard on %s', (platform) => {
  let sales: GuardedApp;
  beforeAll(async () => {
    const options = guardOptions(service, await createGuardAccount(service), origin);
    sales = await startGuarded(options, [DealController], platform);
  }, 30_000);

  const get = (path: string, token?: string) => {
    const request = sales.request().get(`/deals${path}`);
    return token === undefined ? request : request.set('authorization', `Bearer ${token}`);
  };

  it('lets holders of the permission in and nobody else', async () => {
    const holder = await createUserWith(service, 'audit:read');
    const { accessToken } = await logIn(service, holder.email);
    const { body } = await get('', accessToken).expect(200);
    expect(body).toMatchObject({ id: holder.id, condition: { kind: 'some', me: holder.id } });
    const other = await logIn(service, (await createUser(service)).email);
    expect((await get('', other.accessToken).expect(403)).body.message).toContain('audit:read');
    const { headers } = await get('').expect(401);
    expect(headers['www-authenticate']).toBe('Bearer');
    await get('/open').expect(200, { user: null });
    expect((await get('/mine', other.accessToken).expect(200)).body).toMatchObject({
      sessionId: other.sessionId,
      level: 'aal1',
    });
  });

  it('asks for all permissions or for any', async () => {
    const { accessToken } = await logIn(service, (await createUserWith(service, 'user:read')).email);
    await get('/both', accessToken).expect(403);
    await get('/either', accessToken).expect(200);
    const both = await createUserWith(service, 'user:read', 'audit:read');
    await get('/both', (await logIn(service, both.email)).accessToken).expect(200);
    const neither = await createUser(service);
    await get('/either', (await logIn(service, neither.email)).accessToken).expect(403);
  });

  it('asks for a stronger login in the words of RFC 9470', async () => {
    const { accessToken } = await logIn(service, (await createUser(service)).email);
    const { headers } = await sales
      .request()
      .post('/deals/weighty')
      .set('authorization', `Bearer ${accessToken}`)
      .expect(401);
    expect(headers['www-authenticate']).toBe(
      'Bearer error="insufficient_user_authentication", acr_values="aal2", max_age="300"',
    );
  });

  it('takes a role away within a second, and makes no request to the service for a decision', async () => {
    const user = await createUser(service);
    const role = await service.app
      .get(CreateRole)
      .execute({ name: `taken ${platform}`, permissions: ['audit:read'] });
    await service.app.get(AssignRole).execute(user.id, role.id);
    const { accessToken } = await logIn(service, user.email);
    await get('', accessToken).expect(200);
    const calls = sales.metrics.figures().calls.answered;
    for (let count = 0; count < 20; count++) await get('', accessToken).expect(200);
    expect(sales.metrics.figures().calls.answered).toBe(calls);
    await service.app.get(RevokeRole).execute(user.id, role.id);
    expect(await until(async () => (await get('', accessToken)).status === 403)).toBeLessThan(1000);
  });

  it('refuses an ended session and a disabled user within a second', async () => {
    const user = await createUserWith(service, 'audit:read');
    const [first, second] = [await logIn(service, user.email), await logIn(service, user.email)];
    for (const { accessToken } of [first, second]) await get('', accessToken).expect(200);
    await service.app.get(EndSession).execute(first.sessionId, 'logout');
    expect(await until(async () => (await get('', first.accessToken)).status === 401)).toBeLessThan(1000);
    await get('', second.accessToken).expect(200);
    await service.app.get(ChangeUserStatus).execute(user.id, 'disabled');
    expect(await until(async () => (await get('', second.accessToken)).status === 401)).toBeLessThan(1000);
    await get('/mine', second.accessToken).expect(401);
  });
});
