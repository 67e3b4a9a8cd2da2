import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, type INestApplication, Module, Req, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { Public } from '../decorators/public.js';
import { expectAllowed, expectUnauthenticated, TestOrganisation } from '../testing/index.js';
import { JwtStrategy } from './index.js';

/** Longer than the organisation's heartbeat. */
const MAX_STALENESS_MS = 1500;
const organisation = new TestOrganisation();
const ann = organisation.user('Ann');

/** As code looks that was written for Passport. */
@Controller('legacy')
@Public()
class LegacyController {
  @Get()
  @UseGuards(AuthGuard('jwt'))
  whoAmI(@Req() { user }: { user: { id: string } }): string {
    return user.id;
  }
}

@Module({
  imports: [organisation.module({ maxStalenessMs: MAX_STALENESS_MS })],
  providers: [JwtStrategy],
  controllers: [LegacyController],
})
class LegacyModule {}

describe.each([
  { name: 'Express', Adapter: ExpressAdapter },
  { name: 'Fastify', Adapter: FastifyAdapter },
])('on $name', ({ name: sessionId, Adapter }) => {
  let app: INestApplication;
  let origin: string;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [LegacyModule] }).compile();
    app = module.createNestApplication(new Adapter());
    await app.listen(0, '127.0.0.1');
    origin = await app.getUrl();
  });
  afterAll(() => app.close());

  it("lets code with AuthGuard('jwt') go on working", async () => {
    const get = () => supertest(origin).get('/legacy');
    const headers = await organisation.headers(ann, { sessionId });
    expect((await get().set(headers)).text).toBe(ann.id);
    await expectUnauthenticated(get());
    await expectUnauthenticated(get().set('authorization', `${headers.authorization}x`));
    organisation.endSession(sessionId);
    await new Promise(setImmediate);
    await expectUnauthenticated(get().set(headers));
    await expectAllowed(get().set(await organisation.headers(ann)));
  });

  it('lets in nobody by what is too old, and asks again as soon as it can', async () => {
    const get = () => supertest(origin).get('/legacy');
    const headers = await organisation.headers(ann);
    await expectAllowed(get().set(headers));
    organisation.goOffline();
    await new Promise((resolve) => setTimeout(resolve, MAX_STALENESS_MS + 100));
    const answer = await get().set(headers);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '2']);
    organisation.goOnline();
    await expectAllowed(get().set(headers));
  });
});
