import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as client from 'openid-client';
import { useDatabase } from './support/app.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { Client } from './support/client.js';
import { freePort } from './support/free-port.js';
import type { Tokens } from './support/people.js';

const admin = { email: 'root@example.test', password: 'a long passphrase' };
// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; the service under test has no TLS
const withoutTls = [client.allowInsecureRequests];
const database = useDatabase();
let service: BuiltService;

beforeAll(async () => {
  const port = String(await freePort());
  service = await startBuiltService({
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.url,
    DATA_DIR: process.env.TEST_DATA_DIR ?? '',
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  });
}, 60_000);
afterAll(() => service.stop());

it('is understood by a client library of the standards: discovery, token, introspection, revocation', async () => {
  const people = new Client(service);
  const { body: tokens } = await people.post<Tokens>('/v1/login', admin);
  const root = people.as(tokens.accessToken);
  const account = { name: 'reports', permissions: ['user:read', 'role:read'] };
  const { body: made } = await root.post<{ id: string }>('/v1/service-accounts', account);
  const { body: secret } = await root.post<{ clientSecret: string }>(
    `/v1/service-accounts/${made.id}/secrets`,
    {},
  );

  const issuer = new URL(`${service.origin}/auth`);
  const config = await client.discovery(
    issuer,
    made.id,
    secret.clientSecret,
    client.ClientSecretBasic(secret.clientSecret),
    { algorithm: 'oauth2', execute: withoutTls },
  );
  expect(config.serverMetadata().issuer).toBe(issuer.href);

  const granted = await client.clientCredentialsGrant(config, { scope: 'user:read' });
  expect(granted).toMatchObject({ token_type: 'bearer', scope: 'user:read', expires_in: 300 });
  expect((await people.as(granted.access_token).get('/v1/users')).status).toBe(200);
  expect((await people.as(granted.access_token).get('/v1/roles')).status).toBe(403);

  for (const token of [tokens.accessToken, tokens.refreshToken])
    expect(await client.tokenIntrospection(config, token)).toMatchObject({
      active: true,
      sid: tokens.sessionId,
    });
  await client.tokenRevocation(config, tokens.refreshToken, { token_type_hint: 'refresh_token' });
  for (const token of [tokens.accessToken, tokens.refreshToken])
    expect(await client.tokenIntrospection(config, token)).toEqual({ active: false });
  expect((await root.get('/v1/users/me')).status).toBe(401);

  const wrong = await client.discovery(issuer, made.id, undefined, client.ClientSecretBasic('wrong'), {
    algorithm: 'oauth2',
    execute: withoutTls,
  });
  await expect(client.clientCredentialsGrant(wrong)).rejects.toMatchObject({ status: 401 });
}, 60_000);
