import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCommand } from './command.js';
import { commandClient } from './command-client.js';

let server: Server;
let status: number;
beforeEach(async () => {
  server = createServer((_, response) => response.writeHead(status).end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, { AUTH_CLIENT_ID: 'sales', AUTH_CLIENT_SECRET: 'secret' });
});
afterEach(() => {
  server.close();
  delete process.env.AUTH_CLIENT_ID;
  delete process.env.AUTH_CLIENT_SECRET;
  process.exitCode = undefined;
});

const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** What somebody reads who asks something of the auth service by a command. */
async function told(issuer: string): Promise<string> {
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await runCommand(async () => {
    await commandClient(issuer, 'test').client.get('/permissions');
    return 0;
  });
  const said = error.mock.calls.join('\n');
  error.mockRestore();
  return said;
}

describe('a command that fails', () => {
  it('names the parameter or the variable that is wrong', async () => {
    expect(await told(origin())).toMatch(/^Set --issuer to the address .* ending in \/auth/);
    process.env.AUTH_CLIENT_ID = '';
    expect(await told(`${origin()}/auth`)).toMatch(/^Set AUTH_CLIENT_ID to /);
    expect(process.exitCode).toBe(2);
  });

  it('says what to do about a refusal', async () => {
    status = 401;
    expect(await told(`${origin()}/auth`)).toMatch(
      /answered 401 .*\nSet AUTH_CLIENT_ID and AUTH_CLIENT_SECRET to /,
    );
    status = 404;
    expect(await told(`${origin()}/auth`)).toMatch(/answered 404 .*\nSet --issuer to /);
    status = 403;
    expect(await told(`${origin()}/auth`)).toMatch(/answered 403 .*\nGive the service account /);
  });

  it('names the cause when nobody answers', async () => {
    const address = `${origin()}/auth`;
    await new Promise((resolve) => server.close(resolve));
    expect(await told(address)).toMatch(/did not answer: .* \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)/);
    expect(await told(address.replace('127.0.0.1', 'localhost'))).toMatch(/ \(.*ECONNREFUSED/);
  });
});
