import { beforeAll, describe, expect, it } from '@jest/globals';
import { type AddressInfo, connect } from 'node:net';
import { answerUnreadable } from '../apps/auth/src/core/http/index.js';
import { useApp } from './support/app.js';
import { takePort } from './support/free-port.js';

const app = useApp();

/** All that a server answers to these bytes until it closes the connection. */
async function answerTo(port: number, bytes: string): Promise<{ head: string; problem: unknown }> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { head, problem: JSON.parse(body) };
}

describe('what is no request', () => {
  beforeAll(() => app.app.listen(0, '127.0.0.1'));

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'invalid_request'],
    [
      'a header with a control character',
      'GET / HTTP/1.1\r\nhost: x\r\nx: \u0001\r\n\r\n',
      400,
      'invalid_request',
    ],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
      'invalid_request',
    ],
    ['headers without end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}`, 431, 'headers_too_large'],
  ])('%s: answers with a problem and closes the connection', async (_, bytes, status, code) => {
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const { head, problem } = await answerTo(port, bytes);
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('content-type: application/problem+json');
    expect(head).toContain('connection: close');
    expect(problem).toMatchObject({ status, code, requestId: expect.any(String) });
  });

  it('one that does not end in time: says so', async () => {
    const late = Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    const { server, port } = await takePort();
    server.on('connection', (socket) => answerUnreadable(late, socket));
    const { problem } = await answerTo(port, '');
    expect(problem).toMatchObject({ status: 408, code: 'request_timeout' });
    server.close();
  });
});
