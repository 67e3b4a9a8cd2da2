import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MemoryRoutes } from '../apps/auth/src/core/access/index.js';
import { type AnsweredRequest, AppLogger } from '../apps/auth/src/core/telemetry/index.js';
import { useCommittingApps } from './support/app.js';
import { bearer, createUser, createUserWith } from './support/people.js';

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const PATH = '/access/v1/evaluation';
let port = 0;
let authorization: string;
let subjectId: string;
let fromMemory: jest.SpiedFunction<MemoryRoutes['answer']>;

beforeAll(async () => {
  await app.app.listen(0, '127.0.0.1');
  port = (app.app.getHttpServer().address() as AddressInfo).port;
  authorization = await bearer(app, await createUserWith(app, 'authorization:evaluate'));
  subjectId = (await createUserWith(app, 'audit:read')).id;
  await ask(question()).then(({ status }) => expect(status).toBe(200));
});
afterAll(() => app.app.getHttpServer().closeAllConnections());
beforeEach(() => void (fromMemory = jest.spyOn(app.app.get(MemoryRoutes), 'answer')));
afterEach(() => void jest.restoreAllMocks());

const question = (more: object = {}) => ({
  subject: { type: 'user', id: subjectId },
  action: { name: 'read' },
  resource: { type: 'audit', id: '1' },
  ...more,
});
const wasFromMemory = () => fromMemory.mock.results.some(({ value }) => typeof value === 'string');

/** Sends over a real connection, in parts that arrive apart. */
function open(length: number, headers: Record<string, string> = {}, path = PATH): ClientRequest {
  return request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path,
    headers: {
      authorization,
      'content-type': 'application/json',
      ...(headers['transfer-encoding'] === undefined ? { 'content-length': String(length) } : {}),
      ...headers,
    },
  });
}

async function answerTo(sent: ClientRequest) {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const part of response) text += String(part);
  return { status: response.statusCode, headers: response.headers, text };
}

async function ask(body: object | string, headers: Record<string, string> = {}, path = PATH) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const sent = open(Buffer.byteLength(text), headers, path);
  sent.end(text);
  return answerTo(sent);
}

describe('a question answered from memory', () => {
  it('has the answer, the headers and the log line of the usual way', async () => {
    const logger = app.app.get(AppLogger);
    const lines: AnsweredRequest[] = [];
    jest.spyOn(logger, 'isLevelEnabled').mockReturnValue(true);
    jest.spyOn(logger, 'request').mockImplementation((line) => void lines.push(line));
    const early = await ask(question(), { 'x-request-id': 'trace-1' });
    expect(wasFromMemory()).toBe(true);
    expect(early).toMatchObject({ status: 200, text: '{"decision":true}' });
    fromMemory.mockReturnValue(null);
    const usual = await ask(question(), { 'x-request-id': 'trace-1' });
    const apart = { date: '' };
    expect({ ...early.headers, ...apart }).toEqual({ ...usual.headers, ...apart });
    expect(usual.text).toBe(early.text);
    const line = { requestId: 'trace-1', method: 'POST', path: PATH, status: 200, ip: '127.0.0.1' };
    expect(lines).toEqual([
      { ...line, ms: expect.any(Number) },
      { ...line, ms: expect.any(Number) },
    ]);
  });

  it('may arrive in parts', async () => {
    const text = JSON.stringify(question({ note: 'ü'.repeat(20) }));
    const bytes = Buffer.from(text);
    const sent = open(bytes.length);
    const answer = answerTo(sent);
    for (let start = 0; start < bytes.length; start += 25) {
      sent.write(bytes.subarray(start, start + 25));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    sent.end();
    expect(await answer).toMatchObject({ status: 200, text: '{"decision":true}' });
    expect(wasFromMemory()).toBe(true);
  });

  it('may be one of many on a connection, and one of many in a request', async () => {
    const evaluations = [{}, { action: { name: 'write' } }, { subject: 'nobody' }, { resource: 5 }];
    const path = '/access/v1/evaluations';
    const early = await ask({ ...question(), evaluations }, {}, path);
    expect(wasFromMemory()).toBe(true);
    expect(JSON.parse(early.text).evaluations).toMatchObject([
      { decision: true },
      { decision: false, context: { reason: 'not_permitted' } },
      { decision: false, context: { error: { status: 400 } } },
      { decision: false, context: { error: { status: 400 } } },
    ]);
    fromMemory.mockReturnValue(null);
    expect((await ask({ ...question(), evaluations }, {}, path)).text).toBe(early.text);
  });
});

describe('the usual way', () => {
  it('is taken with the body whole, whatever its size, by what is not in memory', async () => {
    const stranger = await createUser(app);
    const other = question({ subject: { type: 'user', id: stranger.id }, note: 'x'.repeat(60_000) });
    expect(await ask(other)).toMatchObject({ status: 200 });
    expect(wasFromMemory()).toBe(false);
    expect(await ask(other)).toMatchObject({ status: 200 });
    expect(wasFromMemory()).toBe(true);
  });

  it.each([
    ['{"subject":', 400],
    ['{}', 400],
    ['[]', 400],
    ['"text"', 400],
    ['{"__proto__":{"x":1}}', 400],
  ])('says what is wrong with %s', async (body, status) => {
    const answer = await ask(body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({ code: expect.any(String) });
    expect(wasFromMemory()).toBe(false);
  });

  it('is taken by other bodies: chunked, of another type, too long, without a token', async () => {
    const text = JSON.stringify(question());
    expect(await ask(text, { 'transfer-encoding': 'chunked' })).toMatchObject({ status: 200 });
    expect(await ask(text, { 'content-type': 'text/plain' })).toMatchObject({ status: 400 });
    expect(await ask(question({ note: 'x'.repeat(70_000) }))).toMatchObject({ status: 413 });
    expect(await ask(text, { authorization: 'Bearer x' })).toMatchObject({ status: 401 });
    expect(wasFromMemory()).toBe(false);
  });

  it('hears nothing of who breaks off, and goes on', async () => {
    const sent = open(200);
    sent.on('error', () => undefined);
    sent.write('{"subject":');
    await new Promise((resolve) => setTimeout(resolve, 20));
    sent.destroy();
    expect(await ask(question())).toMatchObject({ status: 200 });
  });
});
