import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { Authenticated } from '@auth-service/guard';
import { exportPKCS8, generateKeyPair, SignJWT } from 'jose';
import { createHmac, createPublicKey } from 'node:crypto';
import { PublishedKeys } from '../libs/guard/src/tokens/published-keys.js';
import { KeyRing } from '../apps/auth/src/core/crypto/index.js';
import { signJwt } from '../apps/auth/src/core/crypto/sign-jwt.js';
import {
  MaintainSigningKeys,
  RemoveSigningKey,
  RotateSigningKey,
} from '../apps/auth/src/modules/signing-key/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { Gateway } from './support/gateway.js';
import { createGuardAccount, type GuardedApp, guardOptions, startGuarded } from './support/guarded-app.js';
import { createUser, logIn } from './support/people.js';
import { createApiKey, createService, serviceToken } from './support/services.js';

const JWKS = '/auth/.well-known/jwks.json';

@Controller('deals')
class DealController {
  @Get()
  @Authenticated()
  list(): string {
    return 'deals';
  }
}

const [service] = useCommittingApps(1) as [TestApp];
const gateway = new Gateway();
let sales: GuardedApp;
let email: string;
let accessToken: string;
let claims: Record<string, unknown>;

beforeAll(async () => {
  await service.app.listen(0, '127.0.0.1');
  await gateway.open();
  gateway.target = await service.app.getUrl();
  const options = guardOptions(service, await createGuardAccount(service), gateway.origin);
  sales = await startGuarded(options, [DealController]);
  ({ email } = await createUser(service));
  ({ accessToken } = await logIn(service, email));
  claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as typeof claims;
}, 30_000);
afterAll(() => gateway.close());

const status = async (token: string) =>
  (await sales.request().get('/deals').set('authorization', `Bearer ${token}`)).status;
const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Signed by the service's own key, with other claims or another type. */
const issued = (changes: object, type = 'at+jwt') =>
  signJwt({ ...claims, ...changes }, type, service.app.get(KeyRing).current);

describe('a token', () => {
  it('is refused when it was forged, and when it is for somebody else, too old or no access token', async () => {
    expect(await status(accessToken)).toBe(200);
    const { id: kid } = service.app.get(KeyRing).current;
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const sign = (header: object) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header }).sign(privateKey);
    const jwk = createPublicKey(await exportPKCS8(privateKey)).export({ format: 'jwk' });
    const published = await (await fetch(`${gateway.target}${JWKS}`)).text();
    const input = `${text({ alg: 'HS256', typ: 'at+jwt', kid })}.${text(claims)}`;
    const [header, , signature] = accessToken.split('.');
    for (const [name, token] of Object.entries({
      'another key': await sign({ kid }),
      'its own key in the header': await sign({ kid, jwk }),
      'no key id': await sign({}),
      'an unknown key': await sign({ kid: 'unknown' }),
      'an odd key id': await sign({ kid: '__proto__' }),
      'no algorithm': `${text({ alg: 'none', typ: 'at+jwt', kid })}.${text(claims)}.`,
      'a symmetric algorithm': `${input}.${createHmac('sha256', published).update(input).digest('base64url')}`,
      'other claims': `${header}.${text({ ...claims, sub: 'root' })}.${signature}`,
      'another type': issued({}, 'JWT'),
      'no session': issued({ sid: undefined }),
      'another issuer': issued({ iss: 'https://elsewhere.example.test/auth' }),
      'another audience': issued({ aud: 'elsewhere' }),
      'no audience': issued({ aud: undefined }),
      expired: issued({ exp: Math.floor(Date.now() / 1000) - 10 }),
      'not yet valid': issued({ nbf: Math.floor(Date.now() / 1000) + 100 }),
      'no expiry': issued({ exp: undefined }),
      'too long': 'a'.repeat(5000),
      nothing: '',
    }))
      expect([name, await status(token)]).toEqual([name, 401]);
    expect(await status(issued({}))).toBe(200);
  });

  it('of a service, and an API key, is nobody: a route asks for a person', async () => {
    const account = await createService(service);
    expect(await status(await serviceToken(service, account))).toBe(401);
    const { id } = await createUser(service);
    expect(await status((await createApiKey(service, id, 'own_profile:read')).apiKey)).toBe(401);
  });

  it('with an unknown key makes nobody read the published keys again and again', async () => {
    gateway.reset();
    const { privateKey } = await generateKeyPair('ES256');
    const flood = Array.from({ length: 200 }, async (_, index) =>
      status(
        await new SignJWT(claims)
          .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: `flood-${index}` })
          .sign(privateKey),
      ),
    );
    expect(new Set(await Promise.all(flood))).toEqual(new Set([401]));
    expect(gateway.count(JWKS)).toBeLessThanOrEqual(1);
    expect(await status(accessToken)).toBe(200);
  }, 30_000);

  it('is verified once, and then remembered', async () => {
    const token = issued({ jti: 'once' });
    const first = performance.now();
    expect(await status(token)).toBe(200);
    gateway.reset();
    for (let count = 0; count < 50; count++) expect(await status(token)).toBe(200);
    expect(gateway.passed.filter((line) => !line.includes('/authorization/'))).toEqual([]);
    expect(performance.now() - first).toBeLessThan(10_000);
  });
});

describe('the keys', () => {
  it('change without one refusal, and a removed key takes its tokens with it', async () => {
    const old = service.app.get(KeyRing).current.id;
    // The unknown key is asked for at once: the last reading is longer ago than the cool-down.
    await new Promise((resolve) => setTimeout(resolve, 5100));
    await service.app.get(RotateSigningKey).execute({ activation: 'now' });
    await service.app.get(MaintainSigningKeys).execute();
    const rotated = await logIn(service, email);
    expect(service.app.get(KeyRing).current.id).not.toBe(old);
    expect(await status(rotated.accessToken)).toBe(200);
    expect(await status(accessToken)).toBe(200);
    await service.app.get(RemoveSigningKey).execute(old);
    await sales.app.get(PublishedKeys).refresh();
    expect(await status(accessToken)).toBe(401);
    expect(await status(rotated.accessToken)).toBe(200);
  }, 30_000);

  it('that are known stay good while they cannot be read, and an unknown one answers 503', async () => {
    const known = await logIn(service, email);
    const other = await logIn(service, email);
    expect(await status(known.accessToken)).toBe(200);
    gateway.fail(JWKS, 'cut', 100);
    await sales.app.get(PublishedKeys).refresh();
    expect(await status(other.accessToken)).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 5100));
    const { privateKey } = await generateKeyPair('ES256');
    const unknown = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'new' });
    expect(await status(await unknown.sign(privateKey))).toBe(503);
    gateway.reset();
  }, 30_000);
});
