import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MemoryRoutes } from '../apps/auth/src/core/access/index.js';
import { Drain } from '../apps/auth/src/core/http/index.js';
import { type AnsweredRequest, AppLogger } from '../apps/auth/src/core/telemetry/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser } from './support/people.js';

const ORIGIN = 'https://app.example.test';
const app = useApp({
  CORS_ORIGINS: ORIGIN,
  TRUSTED_PROXIES: '127.0.0.1,::1',
  PUBLIC_URL: 'https://auth.example.test',
});
const ME = '/auth/v1/users/me';

let authorization: string;
let fromMemory: jest.SpiedFunction<MemoryRoutes['answer']>;

const me = (headers: Record<string, string> = {}) =>
  app
    .request()
    .get(ME)
    .set({ authorization, ...headers });
const wasFromMemory = () => typeof fromMemory.mock.results.at(-1)?.value === 'string';

/** Asks until the answer comes from memory: a busy machine may have forgotten between two requests. */
async function meFromMemory(headers: Record<string, string> = {}) {
  for (let round = 0; round < 20; round++) {
    const answer = await me(headers).expect(200);
    if (wasFromMemory()) return answer;
  }
  throw new Error('nothing came from memory');
}

beforeEach(async () => {
  authorization = await bearer(app, await createUser(app));
  fromMemory = jest.spyOn(app.app.get(MemoryRoutes), 'answer');
});
afterEach(() => void jest.restoreAllMocks());

describe('an answer from memory', () => {
  it('has the body and the headers of the usual one', async () => {
    const usual = await me().expect(200).expect('cache-control', 'no-store');
    expect(wasFromMemory()).toBe(false);
    const early = await meFromMemory();
    expect(early.text).toBe(usual.text);
    // What pages of other origins may read does not matter to anybody else.
    const apart = { date: '', 'x-request-id': '', 'access-control-expose-headers': '' };
    expect({ ...early.headers, ...apart }).toEqual({ ...usual.headers, ...apart });
    expect(early.headers['x-request-id']).not.toBe(usual.headers['x-request-id']);
  });

  it('has the log line of the usual one, with the id and the address that a proxy gave', async () => {
    const logger = app.app.get(AppLogger);
    const lines: AnsweredRequest[] = [];
    jest.spyOn(logger, 'isLevelEnabled').mockReturnValue(true);
    jest.spyOn(logger, 'request').mockImplementation((line) => void lines.push(line));
    const headers = { 'x-request-id': 'trace-1', 'x-forwarded-for': '203.0.113.7' };
    await me(headers).expect(200).expect('x-request-id', 'trace-1');
    const { headers: answered } = await meFromMemory(headers);
    expect(answered['x-request-id']).toBe('trace-1');
    const line = { requestId: 'trace-1', method: 'GET', path: ME, status: 200, ip: '203.0.113.7' };
    const timed = { ...line, ms: expect.any(Number) };
    expect(lines.at(0)).toEqual(timed);
    expect(lines.at(-1)).toEqual(timed);
  });
});

describe('the usual way', () => {
  beforeEach(() => me().expect(200));

  it('is taken for pages of other origins, which need headers of their own', async () => {
    const { headers } = await me({ origin: ORIGIN }).expect(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      vary: expect.stringContaining('Origin'),
    });
    const foreign = await me({ origin: 'https://elsewhere.example.test' }).expect(200);
    expect(foreign.headers['access-control-allow-origin']).not.toBe('https://elsewhere.example.test');
  });

  it('is taken for other methods and without a token that is known', async () => {
    await app.request().head(ME).set({ authorization }).expect(200);
    await app.request().get(ME).expect(401);
    await me({ authorization: `${authorization}x` }).expect(401);
    await me({ authorization: authorization.replace('Bearer', 'Basic') }).expect(401);
    expect(wasFromMemory()).toBe(false);
  });

  it('is taken when the service is about to stop, so that the connection ends', async () => {
    jest.spyOn(app.app.get(Drain), 'begun', 'get').mockReturnValue(true);
    await me().expect(200).expect('connection', 'close');
  });
});
