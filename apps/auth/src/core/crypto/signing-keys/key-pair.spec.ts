import { describe, expect, it } from '@jest/globals';
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { generateSigningKeyPair, readSigningKeyPem } from './key-pair.js';
import { signingAlgorithms } from './signing-key-status.js';

const pkcs8 = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }) as string;
const rsa = (modulusLength: number, publicExponent = 65_537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).privateKey;
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey;

describe('a signing key', () => {
  it.each(signingAlgorithms)('for %s is read back as it was made', async (algorithm) => {
    const made = await generateSigningKeyPair(algorithm);
    const read = await readSigningKeyPem(`a comment\n${pkcs8(made.privateKey)}`);
    expect(read).toMatchObject({ id: made.id, algorithm, publicJwk: made.publicJwk });
    expect(made.publicJwk).not.toHaveProperty('d');
  });

  it('has the thumbprint of its public part as its id (RFC 7638)', async () => {
    const { id, publicJwk } = await generateSigningKeyPair('ES256');
    const { crv, kty, x, y } = publicJwk;
    expect(id).toBe(createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url'));
  });
});

describe('a private key is refused, with the reason, that', () => {
  const otherPublicPart = () => {
    const [one, two] = [ec('P-256'), ec('P-256')].map((key) => key.export({ type: 'pkcs8', format: 'der' }));
    // The public point ends the structure.
    const mixed = Buffer.concat([one!.subarray(0, -64), two!.subarray(-64)]).toString('base64');
    return `-----BEGIN PRIVATE KEY-----\n${mixed}\n-----END PRIVATE KEY-----\n`;
  };
  it.each<[what: string, pem: () => string, reason: RegExp]>([
    ['is RSA with 1024 bits', () => pkcs8(rsa(1024)), /1024 bits; 2048/],
    ['is RSA with the exponent 3', () => pkcs8(rsa(2048, 3)), /exponent is 3/],
    ['is on the curve P-384', () => pkcs8(ec('P-384')), /secp384r1; ES256 needs P-256/],
    ['is on the curve secp256k1', () => pkcs8(ec('secp256k1')), /secp256k1; ES256 needs P-256/],
    ['is Ed448', () => pkcs8(generateKeyPairSync('ed448').privateKey), /ed448 key cannot sign/],
    ['is X25519', () => pkcs8(generateKeyPairSync('x25519').privateKey), /x25519 key cannot sign/],
    [
      'is for RSA-PSS alone',
      () => pkcs8(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey),
      /rsa-pss key cannot sign/,
    ],
    [
      'is encrypted',
      () =>
        ec('P-256').export({
          type: 'pkcs8',
          format: 'pem',
          cipher: 'aes-256-cbc',
          passphrase: 'a passphrase',
        }) as string,
      /encrypted; decrypt it first/,
    ],
    [
      'is PKCS#1',
      () => rsa(2048).export({ type: 'pkcs1', format: 'pem' }) as string,
      /RSA PRIVATE KEY is not PKCS#8/,
    ],
    [
      'is SEC 1',
      () => ec('P-256').export({ type: 'sec1', format: 'pem' }) as string,
      /EC PRIVATE KEY is not PKCS#8/,
    ],
    [
      'is the public part',
      () => generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string,
      /this is a public key/,
    ],
    ['is damaged', () => pkcs8(ec('P-256')).replace(/\n.{10}/, '\nAAAAAAAAAA'), /damaged/],
    ['has the public part of another', otherPublicPart, /do not belong together|damaged/],
    ['is no PEM at all', () => 'hello', /no PEM file/],
    ['is empty', () => '', /no PEM file/],
  ])('%s', async (_, pem, reason) => {
    await expect(readSigningKeyPem(pem())).rejects.toThrow(reason);
  });
});
