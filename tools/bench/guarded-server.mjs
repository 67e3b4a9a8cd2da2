// A route of a NestJS service, as it is and behind the guard: `node guarded-server.mjs express|fastify plain|guarded PORT`.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { CurrentUser, GuardMetrics, Public, RequirePermission, Visible } from '@auth-service/guard';
import { TestOrganisation } from '@auth-service/guard/testing';

const [platform, kind, port] = process.argv.slice(2);
const deals = { items: Array.from({ length: 5 }, (_, id) => ({ id, title: `A deal of ${id} thousand` })) };

class PlainController {
  list() {
    return deals;
  }
}

/** The same work, for whom the guard lets in, and with what they see. */
class GuardedController {
  list(user, scope) {
    if (user.id === '' || scope.condition.kind !== 'some') throw new Error('the guard told nothing');
    return deals;
  }
}

/** Says by which token it is called, and how often the auth service was asked. */
class BenchController {
  #token;
  #metrics;
  constructor(metrics) {
    this.#metrics = metrics;
  }
  async say() {
    this.#token ??= await organisation.token(seller);
    return { token: this.#token, ...this.#metrics.figures() };
  }
}

/** Decorates a method, in plain JavaScript. */
function decorate(type, method, decorators, parameters = []) {
  const descriptor = Object.getOwnPropertyDescriptor(type.prototype, method);
  parameters.forEach((decorator, index) => decorator(type.prototype, method, index));
  for (const decorator of decorators.toReversed()) decorator(type.prototype, method, descriptor);
}

const organisation = new TestOrganisation();
const top = organisation.group('Top');
const groups = Array.from({ length: 100 }, (_, index) =>
  organisation.group(`Group ${index}`, { parent: top }),
);
const role = organisation.role('seller', ['deal:*']);
const seller = organisation.user('Seller', { roles: [role], group: groups[0] });

decorate(PlainController, 'list', [Get()]);
decorate(
  GuardedController,
  'list',
  [Get(), RequirePermission('deal:read')],
  [CurrentUser(), Visible('deal')],
);
decorate(BenchController, 'say', [Get(), Public()]);
Controller('deals')(PlainController);
Controller('deals')(GuardedController);
Controller('bench')(BenchController);
Reflect.defineMetadata('design:paramtypes', [GuardMetrics], BenchController);

class PlainModule {}
Module({ controllers: [PlainController] })(PlainModule);
class GuardedModule {}
const resources = [{ key: 'deal', actions: { read: 'See deals' } }];
Module({
  imports: [organisation.module({ resources })],
  controllers: [GuardedController, BenchController],
})(GuardedModule);

const adapter = platform === 'express' ? new ExpressAdapter() : new FastifyAdapter();
const app = await NestFactory.create(kind === 'plain' ? PlainModule : GuardedModule, adapter, {
  logger: ['error'],
});
await app.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
