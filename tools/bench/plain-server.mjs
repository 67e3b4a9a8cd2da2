// The yardstick: node:http and nothing else, with an answer as long as that of GET /auth/v1/users/me.
import { createServer } from 'node:http';

const body = JSON.stringify({ filler: 'x'.repeat(310) });
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(body),
};
const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
server.listen(Number(process.argv[2]), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
