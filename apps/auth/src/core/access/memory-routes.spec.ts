import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { PermissionSet } from '@auth-service/authorization';
import { MemoryRoutes } from './memory-routes.js';
import type { Principal } from './principal.js';
import { Public, RequirePermission } from './route-access.js';

@Controller('things')
class ThingController {
  @Get('mine')
  @RequirePermission('thing:read')
  mine(): void {
    /* never called */
  }

  @Post('ask')
  @RequirePermission('thing:read')
  ask(): void {
    /* never called */
  }

  @Get('open')
  @Public()
  open(): void {
    /* never called */
  }

  @Get('silent')
  silent(): void {
    /* never called */
  }
}

const principal = (...permissions: 'thing:read'[]): Principal => ({
  userId: 'u',
  sessionId: 's',
  permissions: PermissionSet.expand(permissions, []),
  authenticatedAt: new Date(),
  level: 'aal1',
});
const holder = principal('thing:read');

describe('MemoryRoutes', () => {
  it('answers from memory who holds the permission, and leaves all else to the usual way', () => {
    const routes = new MemoryRoutes();
    const remembered = new Map<string, object>([['u', { name: '"Ünïcode"' }]]);
    routes.add(ThingController, 'mine', ({ userId }) => remembered.get(userId));
    const ask = (url: string, caller: Principal | null) => {
      const route = routes.find('GET', url);
      return route === undefined ? null : routes.answer(route, 'Bearer x', () => caller);
    };
    expect(ask('/things/mine', holder)).toBe('{"name":"\\"Ünïcode\\""}');
    expect(ask('/things/mine', null)).toBeNull();
    expect(ask('/things/mine', principal())).toBeNull();
    expect(ask('/things/mine?x=1', holder)).toBeNull();
    expect(ask('/things/mine/', holder)).toBeNull();
    expect(ask('/things/open', holder)).toBeNull();
    remembered.set('u', { name: 'new' });
    expect(ask('/things/mine', holder)).toBe('{"name":"new"}');
    remembered.clear();
    expect(ask('/things/mine', holder)).toBeNull();
  });

  it('answers a question, and leaves what is wrong with it to the usual way', () => {
    const routes = new MemoryRoutes();
    routes.add(ThingController, 'ask', (_, body) => {
      const { of } = body as { of: string };
      if (of === 'wrong') throw new Error('no question');
      return of === 'unknown' ? undefined : { of };
    });
    const route = routes.find('POST', '/things/ask');
    const ask = (body: string, caller: Principal | null = holder) =>
      route && routes.answer(route, 'Bearer x', () => caller, body);
    expect(ask('{"of":"this"}')).toBe('{"of":"this"}');
    for (const body of ['{"of":"wrong"}', '{"of":"unknown"}', '{"of":', 'null']) expect(ask(body)).toBeNull();
    expect(ask('{"of":"this"}', principal())).toBeNull();
    expect(routes.find('GET', '/things/ask')).toBeUndefined();
  });

  it.each(['open', 'silent'] as const)('refuses the route %s, which needs no permission', (method) => {
    expect(() => new MemoryRoutes().add(ThingController, method, () => ({}))).toThrow(
      `ThingController.${method} needs no permission`,
    );
  });
});
