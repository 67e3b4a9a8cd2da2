import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Delete, Get, type INestApplication, Module, Param } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { CurrentUser } from '../decorators/current-user.js';
import { RequirePermission } from '../decorators/require-permission.js';
import { RequireTeam } from '../decorators/require-team.js';
import { Fresh, MaxStaleness } from '../decorators/staleness.js';
import { Visible } from '../decorators/visible.js';
import type { AuthenticatedUser } from '../decisions/authenticated-user.js';
import { OtherUsers } from '../decisions/other-users.js';
import { AuthServiceUnavailable } from '../guard/auth-service-unavailable.js';
import { AuthGuardModule } from '../module/auth-guard.module.js';
import type { VisibilityScope } from '../visibility/visibility-scope.js';
import {
  expectAllowed,
  expectDenied,
  expectHidden,
  expectUnauthenticated,
  TestOrganisation,
  type TestUser,
} from './index.js';

const organisation = new TestOrganisation();
const sales = organisation.group('Sales');
const emea = organisation.group('EMEA', { parent: sales });
const manager = organisation.role('manager', ['deal:read', 'deal:delete']);
const bidders = organisation.team('Bidders', { roles: [organisation.role('bidder', ['bid:read'])] });
const [ann, bob, eve] = [
  organisation.user('Ann', { roles: [manager], group: sales }),
  organisation.user('Bob', { permissions: ['deal:read'], group: emea, teams: [bidders] }),
  organisation.user('Eve'),
];

@Controller()
class DealController {
  constructor(private readonly others: OtherUsers) {}

  @Get('readers/:id')
  @RequirePermission('deal:read')
  isReader(@Param('id') id: string): Promise<boolean> {
    return this.others.can(id, 'deal:read');
  }

  @Get('deals')
  @RequirePermission('deal:read')
  @MaxStaleness(60_000)
  list(@Visible('deal') { condition }: VisibilityScope): object {
    return condition;
  }

  @Delete('deals/:ownerId')
  @RequirePermission('deal:delete')
  @Fresh()
  async remove(@Param('ownerId') ownerId: string, @CurrentUser() user: AuthenticatedUser): Promise<void> {
    await user.assertCan('deal:delete', { ownerId, level: 3 });
  }

  @Get('teams/:teamId/bids')
  @RequireTeam()
  @RequirePermission('bid:read')
  bids(): string {
    return 'bids';
  }
}

/** As a team writes it: its settings are not there in a test. */
@Module({
  imports: [
    AuthGuardModule.forRoot({
      issuer: '',
      audience: '',
      service: 'sales',
      clientId: '',
      clientSecret: '',
      resources: [{ key: 'deal', actions: { read: 'See deals', delete: 'Delete deals' } }],
    }),
  ],
  controllers: [DealController],
})
class AppModule {}

let app: INestApplication;
beforeAll(async () => {
  const module = await organisation.install(Test.createTestingModule({ imports: [AppModule] })).compile();
  app = await module.createNestApplication().init();
});
afterAll(() => app.close());

const send = async (user: TestUser, method: 'get' | 'delete', path: string) =>
  supertest(app.getHttpServer())
    [method](path)
    .set(await organisation.headers(user));

describe('a made-up organisation', () => {
  it('lets in who may and nobody else', async () => {
    await expectAllowed(send(ann, 'get', '/deals'));
    await expectDenied(send(eve, 'get', '/deals'));
    await expectUnauthenticated(supertest(app.getHttpServer()).get('/deals'));
    await expect(expectDenied(send(ann, 'get', '/deals'))).rejects.toThrow(
      'Expected to be denied (403), and the answer was 200.',
    );
  });

  it('shows each what their group lets them see', async () => {
    expect((await send(ann, 'get', '/deals')).body).toMatchObject({
      mine: sales.number,
      below: [emea.number],
    });
    expect((await send(bob, 'get', '/deals')).body).toMatchObject({
      mine: emea.number,
      above: [sales.number],
    });
  });

  it('decides about an item: hidden, denied or allowed', async () => {
    await expectAllowed(send(ann, 'delete', `/deals/${bob.id}`));
    await expectHidden(send(ann, 'delete', `/deals/${eve.id}`));
    await expectDenied(send(bob, 'delete', `/deals/${bob.id}`));
  });

  it('counts what is held in a team for that team alone', async () => {
    await expectAllowed(send(bob, 'get', `/teams/${bidders.id}/bids`));
    await expectDenied(send(bob, 'get', `/teams/${organisation.team('Others').id}/bids`));
    await expectDenied(send(ann, 'get', `/teams/${bidders.id}/bids`));
  });

  it('changes while the application runs', async () => {
    const user = organisation.user('Sam', { roles: [manager] });
    await expectAllowed(send(user, 'get', '/deals'));
    organisation.change(user, {});
    await expectDenied(send(user, 'get', '/deals'));
    const sessionId = 'a session';
    const headers = await organisation.headers(ann, { sessionId });
    await expectAllowed(supertest(app.getHttpServer()).get('/deals').set(headers));
    organisation.endSession(sessionId);
    await new Promise(setImmediate);
    await expectUnauthenticated(supertest(app.getHttpServer()).get('/deals').set(headers));
    organisation.disable(user);
    await expectUnauthenticated(send(user, 'get', '/deals'));
  });

  it('tells of other users, those included who are not there', async () => {
    const others = app.get(OtherUsers);
    const stranger = randomUUID();
    const known = [await others.can(ann.id, 'deal:read'), await others.can(eve.id, 'deal:read')];
    expect(known).toEqual([true, false]);
    expect(await others.can(stranger, 'deal:read')).toBe(false);
    organisation.goOffline();
    expect(await others.can(ann.id, 'deal:read')).toBe(true);
    await expect(others.can(stranger, 'deal:read')).rejects.toBeInstanceOf(AuthServiceUnavailable);
    const answer = await send(ann, 'get', `/readers/${stranger}`);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '2']);
    organisation.goOnline();
  });

  it('plays that the auth service is away', async () => {
    organisation.goOffline();
    await expectAllowed(send(ann, 'get', '/deals'));
    const answer = await send(ann, 'delete', `/deals/${bob.id}`);
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    organisation.goOnline();
    await expectAllowed(send(ann, 'delete', `/deals/${bob.id}`));
  });
});
