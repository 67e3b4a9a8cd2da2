import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import {
  AuthGuardHealth,
  Authenticated,
  Fresh,
  MaxStaleness,
  RequirePermission,
  Visible,
  type VisibilityScope,
} from '@auth-service/guard';
import { setTimeout as sleep } from 'node:timers/promises';
import { AssignRole, CreateRole, RevokeRole } from '../apps/auth/src/modules/rbac/index.js';
import { EndSession } from '../apps/auth/src/modules/session/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { Gateway } from './support/gateway.js';
import {
  createGuardAccount,
  type GuardedApp,
  guardOptions,
  startGuarded,
  until,
} from './support/guarded-app.js';
import { createUser, createUserWith, logIn } from './support/people.js';

const LEASE_MS = 5000;
const EVENTS = '/auth/v1/authorization/events';

@Controller('deals')
@RequirePermission('audit:read')
class DealController {
  @Get()
  list(): string {
    return 'deals';
  }

  @Get('patient')
  @MaxStaleness(60_000)
  patient(): string {
    return 'patient';
  }

  @Get('fresh')
  @Fresh()
  fresh(): string {
    return 'fresh';
  }

  @Get('visible')
  visible(@Visible('deal') { condition }: VisibilityScope): object {
    return condition;
  }

  @Get('mine')
  @Authenticated()
  mine(): string {
    return 'mine';
  }
}

const [service] = useCommittingApps(1) as [TestApp];
const gateway = new Gateway();
let sales: GuardedApp;
let role: string;

beforeAll(async () => {
  await service.app.listen(0, '127.0.0.1');
  await gateway.open();
  gateway.target = await service.app.getUrl();
  const options = guardOptions(service, await createGuardAccount(service), gateway.origin);
  sales = await startGuarded({ ...options, timeoutMs: 1000 }, [DealController]);
  const made = await service.app.get(CreateRole).execute({ name: 'auditor', permissions: ['audit:read'] });
  role = made.id;
}, 30_000);
afterAll(() => gateway.close());
beforeEach(async () => {
  gateway.restore();
  gateway.reset();
  await until(() => sales.app.get(AuthGuardHealth).isHealthy('auth').auth.isFollowing, 10_000);
});

const get = (path: string, token: string, headers: Record<string, string> = {}) =>
  sales.request().get(`/deals${path}`).set('authorization', `Bearer ${token}`).set(headers);
const status = async (path: string, token: string) => (await get(path, token)).status;

const now = performance.now.bind(performance);
let ahead = 0;
/** Lets so much time pass at once for everything that measures it by the monotonic clock, which never goes back. */
function pass(ms: number): void {
  ahead += ms;
  jest.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
}

/** From now on the stream tells of no change, as if it were slow. */
function holdBack(): void {
  const { revision } = sales.metrics.figures();
  gateway.onEvent = (event) =>
    event.includes('event: update') ? [] : [event.replace(/"rev":\d+/, `"rev":${revision}`)];
}

/** Somebody with the role, logged in. */
async function auditor() {
  const user = await createUser(service);
  await service.app.get(AssignRole).execute(user.id, role);
  return { user, ...(await logIn(service, user.email)) };
}

describe('while the service cannot be reached', () => {
  it('for a minute, routes within their staleness go on, the others answer 503, and it catches up by itself', async () => {
    const [stays, loses, ends] = [await auditor(), await auditor(), await auditor()];
    for (const { accessToken } of [stays, loses, ends])
      await until(async () => (await status('', accessToken)) === 200);
    gateway.breakDown();
    await get('', stays.accessToken).expect(200);
    await service.app.get(RevokeRole).execute(loses.user.id, role);
    await service.app.get(EndSession).execute(ends.sessionId, 'logout');
    const { unavailable } = sales.metrics.figures();
    pass(55_000);
    await get('/patient', stays.accessToken).expect(200);
    for (const path of ['', '/visible', '/fresh', '/mine']) await unavailableAt(path, stays.accessToken);
    pass(60_000);
    await unavailableAt('/patient', stays.accessToken);
    expect(sales.metrics.figures().unavailable).toBe(unavailable + 5);
    gateway.restore();
    await until(() => sales.app.get(AuthGuardHealth).isHealthy('auth').auth.status === 'up', 10_000);
    await get('', stays.accessToken).expect(200);
    await get('', loses.accessToken).expect(403);
    await get('', ends.accessToken).expect(401);
  }, 40_000);
});

it('a service that takes requests and answers none lets nobody wait for longer than one answer may take', async () => {
  const { accessToken } = await auditor();
  await until(async () => (await status('', accessToken)) === 200);
  gateway.freeze();
  pass(LEASE_MS + 1000);
  // Those that come while a reading is under way share the next one, which takes as long again.
  const waiting = ['', '/fresh', '/mine', '/visible', ''].map((path) => unavailableAt(path, accessToken));
  await Promise.all(waiting);
  gateway.restore();
  await until(async () => (await status('', accessToken)) === 200, 20_000);
}, 40_000);

/** It says when to come again, and does not let wait for that. */
async function unavailableAt(path: string, token: string): Promise<void> {
  const since = Date.now();
  const { headers } = await get(path, token).expect(503);
  expect(headers['retry-after']).toBe('2');
  expect(Date.now() - since).toBeLessThan(2000);
}

describe('while the stream alone is broken', () => {
  it('what changes and which sessions end is known all the same, at the most patient of routes too', async () => {
    const [stays, loses, ends] = [await auditor(), await auditor(), await auditor()];
    for (const { accessToken } of [stays, loses, ends])
      await until(async () => (await status('', accessToken)) === 200);
    gateway.fail(EVENTS, { status: 503 }, 1_000_000);
    gateway.breakDown();
    gateway.restore();
    await until(() => gateway.count(EVENTS) > 3, 10_000);
    await service.app.get(RevokeRole).execute(loses.user.id, role);
    await service.app.get(EndSession).execute(ends.sessionId, 'logout');
    await until(async () => (await status('/patient', ends.accessToken)) === 401, 10_000);
    await until(async () => (await status('/patient', loses.accessToken)) === 403, 10_000);
    await get('', stays.accessToken).expect(200);
    expect(sales.app.get(AuthGuardHealth).isHealthy('auth').auth.isFollowing).toBe(false);
  }, 40_000);

  it('and nothing has been asked for too long, the service is asked before it is decided', async () => {
    const { user, accessToken, sessionId } = await auditor();
    await until(async () => (await status('', accessToken)) === 200);
    gateway.fail(EVENTS, { status: 503 }, 1_000_000);
    gateway.breakDown();
    gateway.restore();
    pass(LEASE_MS + 1000);
    await service.app.get(RevokeRole).execute(user.id, role);
    await get('', accessToken).expect(403);
    pass(LEASE_MS + 1000);
    await service.app.get(EndSession).execute(sessionId, 'logout');
    await get('/visible', accessToken).expect(401);
  }, 40_000);
});

describe('what a caller has changed', () => {
  it('is seen by the same caller at once, although no event has come', async () => {
    const user = await createUserWith(service, 'user:read');
    const admin = await logIn(service, (await createUserWith(service, '*:*')).email);
    const { accessToken } = await logIn(service, user.email);
    await get('', accessToken).expect(403);
    holdBack();
    const { headers } = await service
      .request()
      .put(`/auth/v1/users/${user.id}/roles/${role}`)
      .set('authorization', `Bearer ${admin.accessToken}`)
      .send({})
      .expect(204);
    const revision = headers['x-authz-revision']!;
    await get('', accessToken).expect(403);
    await get('', accessToken, { 'x-authz-min-revision': revision }).expect(200);
    for (const wrong of ['-1', 'x', '1e3', '9'.repeat(16)])
      await get('', accessToken, { 'x-authz-min-revision': wrong }).expect(400);
    // A token issued after the change says so by itself.
    const later = await logIn(service, user.email);
    await get('', later.accessToken).expect(200);
    expect(sales.metrics.figures().revision).toBeLessThan(Number(revision));
  }, 20_000);

  it('is seen by everybody on a fresh route', async () => {
    const { user, accessToken } = await auditor();
    await until(async () => (await status('', accessToken)) === 200);
    holdBack();
    await service.app.get(RevokeRole).execute(user.id, role);
    const { allowed, denied } = sales.metrics.figures().decisions.service;
    await get('', accessToken).expect(200);
    await get('/fresh', accessToken).expect(403);
    expect(sales.metrics.figures().decisions.service).toEqual({ allowed, denied: denied + 1 });
  }, 20_000);
});

it('a dropped, doubled or reordered event changes nothing in the end', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => auditor()));
  let held: string[] = [];
  gateway.onEvent = (event) => {
    const chance = Math.random();
    if (chance < 0.25) return [];
    if (chance < 0.5) return [event, event];
    if (chance < 0.75) {
      held.push(event);
      return [];
    }
    const late = [event, ...held.toReversed()];
    held = [];
    return late;
  };
  const has = people.map(() => true);
  for (let round = 0; round < 60; round++) {
    const index = Math.floor(Math.random() * people.length);
    const { user } = people[index]!;
    if (has[index] === true) await service.app.get(RevokeRole).execute(user.id, role);
    else await service.app.get(AssignRole).execute(user.id, role);
    has[index] = has[index] !== true;
    if (round % 10 === 0) await sleep(300);
  }
  gateway.onEvent = null;
  await until(async () => {
    const answers = await Promise.all(people.map(({ accessToken }) => status('', accessToken)));
    return answers.every((answer, index) => answer === (has[index] === true ? 200 : 403));
  }, 10_000);
}, 40_000);
