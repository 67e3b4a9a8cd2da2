import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportPKCS8, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { createHmac, createPublicKey } from 'node:crypto';
import { RotateSigningKey } from '../apps/auth/src/modules/signing-key/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { createUser, logIn } from './support/people.js';

const [app] = useCommittingApps(1) as readonly [TestApp];
const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const status = async (token: string) =>
  (await app.request().get('/auth/v1/users/me').set('authorization', `Bearer ${token}`)).status;

let accessToken = '';
let claims: Record<string, unknown> = {};
/** The published keys, by algorithm: one of each kind. */
const keys: Record<string, JWK & { kid: string }> = {};

/** The claims of a good token, under another header, signed by an attacker's own key. */
async function signed(
  header: Record<string, unknown> & { alg: string },
  own?: Parameters<SignJWT['sign']>[0],
) {
  const key = own ?? (await generateKeyPair(header.alg)).privateKey;
  return new SignJWT(claims).setProtectedHeader({ typ: 'at+jwt', ...header }).sign(key);
}

beforeAll(async () => {
  for (const algorithm of ['EdDSA', 'RS256', 'ES256'] as const)
    await app.app.get(RotateSigningKey).execute({ algorithm, activation: 'now' });
  const { body } = await app.request().get('/auth/.well-known/jwks.json').expect(200);
  for (const jwk of (body.keys as (JWK & { kid: string })[]).toReversed()) keys[jwk.alg ?? ''] = jwk;
  ({ accessToken } = await logIn(app, (await createUser(app)).email));
  claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as typeof claims;
});

describe('a forged access token is refused', () => {
  it.each(['ES256', 'EdDSA', 'RS256'])(
    'with a signature of HS256 made from the public %s key',
    async (alg) => {
      const jwk = keys[alg];
      const pem = createPublicKey({ key: jwk as never, format: 'jwk' }).export({
        type: 'spki',
        format: 'pem',
      });
      const spki = await exportSPKI((await importJWK(jwk as JWK, alg)) as Parameters<typeof exportSPKI>[0]);
      for (const secret of [pem as string, spki.trim(), JSON.stringify(jwk)]) {
        for (const kid of [jwk?.kid, undefined]) {
          const input = `${text({ alg: 'HS256', typ: 'at+jwt', ...(kid && { kid }) })}.${text(claims)}`;
          const signature = createHmac('sha256', secret).update(input).digest('base64url');
          expect(await status(`${input}.${signature}`)).toBe(401);
        }
      }
    },
  );

  it.each(['none', 'None', 'NONE', 'nOnE', ''])('with the algorithm %j', async (alg) => {
    const kid = keys.ES256?.kid;
    for (const header of [
      { alg, typ: 'at+jwt' },
      { alg, typ: 'at+jwt', kid },
    ])
      for (const signature of ['', accessToken.split('.')[2] ?? ''])
        expect(await status(`${text(header)}.${text(claims)}.${signature}`)).toBe(401);
  });

  it.each(['jwk', 'jku', 'x5u', 'x5c'])('with its own key in the header %s', async (name) => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = createPublicKey(await exportPKCS8(privateKey)).export({ format: 'jwk' });
    const url = 'https://attacker.example.test/jwks.json';
    const value = { jwk, jku: url, x5u: url, x5c: [await exportSPKI(publicKey)] }[name];
    for (const kid of [keys.ES256?.kid, 'attacker', undefined])
      expect(
        await status(await signed({ alg: 'ES256', [name]: value, ...(kid && { kid }) }, privateKey)),
      ).toBe(401);
  });

  it.each([
    ['ES256', 'EdDSA'],
    ['ES256', 'RS256'],
    ['EdDSA', 'ES256'],
    ['EdDSA', 'RS256'],
    ['RS256', 'ES256'],
    ['RS256', 'EdDSA'],
    ['RS256', 'PS256'],
    ['ES256', 'ES384'],
    ['EdDSA', 'Ed25519'],
  ])('with the id of an %s key and the algorithm %s', async (of, alg) => {
    expect(await status(await signed({ alg, kid: keys[of]?.kid ?? '' }))).toBe(401);
  });

  it.each(['__proto__', 'constructor', '../../etc/passwd', "' OR 1=1 --", 'a'.repeat(43), 'a'.repeat(2000)])(
    'with the key id %j',
    async (kid) => {
      expect(await status(await signed({ alg: 'ES256', kid }))).toBe(401);
    },
  );

  it('with a type that is another, or an extension that is critical', async () => {
    const kid = keys.ES256?.kid;
    expect(await status(await signed({ alg: 'ES256', kid, typ: 'JWT' }))).toBe(401);
    const header = text({ alg: 'ES256', typ: 'at+jwt', kid, crit: ['b64'], b64: false });
    expect(await status(`${header}.${text(claims)}.${accessToken.split('.')[2]}`)).toBe(401);
  });

  it('while the true one is good', async () => {
    expect(await status(accessToken)).toBe(200);
  });
});
