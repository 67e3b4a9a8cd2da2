import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Post, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { PermissionCatalogue } from './permission-catalogue.js';
import { Public, RequirePermission } from './route-access.js';
import { RouteAudit } from './route-audit.js';

@Controller('things')
class ThingController {
  @Get()
  @RequirePermission('thing:read')
  list(): string {
    return this.helper();
  }

  @Post()
  @Public()
  create(): string {
    return this.helper();
  }

  /** No route, so it needs to say nothing. */
  helper(): string {
    return 'text';
  }
}

@Controller('all')
@RequirePermission('thing:read')
class AnnotatedController {
  @Get()
  list(): string {
    return 'text';
  }

  @Get('open')
  @Public()
  open(): string {
    return 'text';
  }
}

@Controller('wrong')
class WrongController {
  @Get()
  silent(): string {
    return 'text';
  }

  @Post()
  @RequirePermission('thing:explode')
  unknown(): string {
    return 'text';
  }
}

async function auditOf(...controllers: Type[]): Promise<RouteAudit> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers,
    providers: [RouteAudit, PermissionCatalogue],
  }).compile();
  module.get(PermissionCatalogue).declare({ key: 'thing', description: 'Things', actions: { read: 'See' } });
  return module.get(RouteAudit);
}

describe('RouteAudit', () => {
  it('lists routes with what they say of their access', async () => {
    const audit = await auditOf(ThingController, AnnotatedController);
    expect(audit.routes()).toEqual([
      { name: 'GET ThingController.list', access: 'thing:read' },
      { name: 'POST ThingController.create', access: 'public' },
      { name: 'GET AnnotatedController.list', access: 'thing:read' },
      { name: 'GET AnnotatedController.open', access: 'public' },
    ]);
    expect(() => audit.onApplicationBootstrap()).not.toThrow();
  });

  it('names every route that says nothing, or asks for what nobody declares', async () => {
    const audit = await auditOf(ThingController, WrongController);
    expect(() => audit.onApplicationBootstrap()).toThrow(
      /^Routes without an access rule:\nGET WrongController\.silent: add .*\nPOST WrongController\.unknown: no module declares thing:explode$/,
    );
  });
});
