import { describe, expect, it } from '@jest/globals';
import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { signJwt } from './sign-jwt.js';

describe('signJwt', () => {
  it.each(['ES256', 'EdDSA', 'RS256'])('makes a token that verifies, with %s', async (algorithm) => {
    const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
    const signer = { id: 'key-1', algorithm, privateKey: createPrivateKey(await exportPKCS8(privateKey)) };
    const token = signJwt({ sub: 'ümlaut', exp: 4_000_000_000 }, 'at+jwt', signer);
    const verified = await jwtVerify(token, publicKey, { algorithms: [algorithm], typ: 'at+jwt' });
    expect(verified.protectedHeader).toEqual({ alg: algorithm, typ: 'at+jwt', kid: 'key-1' });
    expect(verified.payload).toEqual({ sub: 'ümlaut', exp: 4_000_000_000 });
    await expect(jwtVerify(`${token.slice(0, -4)}AAAA`, publicKey)).rejects.toThrow();
  });
});
