import { calculateJwkThumbprint, type JWK } from 'jose';
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { SigningAlgorithm } from './signing-key-status.js';

const RSA_BITS = 2048;
const MAX_RSA_BITS = 4096;
/** Below it signatures of careless verifiers can be forged. */
const MIN_RSA_EXPONENT = 65_537n;

const generate = promisify(generateKeyPair);

/** A key pair that can sign access tokens. */
export interface KeyPair {
  /** `kid`: the thumbprint of the public key (RFC 7638). */
  readonly id: string;
  readonly algorithm: SigningAlgorithm;
  readonly publicJwk: JWK;
  readonly privateKey: KeyObject;
}

/** Why a private key is not taken. The message is meant for people. */
export class UnusableKeyError extends Error {}

/** Makes a key pair: P-256, Ed25519 or RSA with 2048 bits. */
export async function generateSigningKeyPair(algorithm: SigningAlgorithm): Promise<KeyPair> {
  const { privateKey } = await generators[algorithm]();
  return toKeyPair(algorithm, privateKey);
}

const generators: Readonly<Record<SigningAlgorithm, () => Promise<{ privateKey: KeyObject }>>> = {
  ES256: () => generate('ec', { namedCurve: 'P-256' }),
  EdDSA: () => generate('ed25519'),
  RS256: () => generate('rsa', { modulusLength: RSA_BITS }),
};

/**
 * Reads a private key from PEM (PKCS#8, unencrypted).
 *
 * @throws UnusableKeyError when it is none that may sign access tokens
 */
export async function readSigningKeyPem(pem: string): Promise<KeyPair> {
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1];
  if (label !== 'PRIVATE KEY') throw new UnusableKeyError(describeLabel(label));
  const privateKey = parse(pem);
  const algorithm = algorithmOf(privateKey);
  assertPartsMatch(privateKey);
  return toKeyPair(algorithm, privateKey);
}

function describeLabel(label: string | undefined): string {
  if (label === undefined)
    return 'this is no PEM file; a private key in PKCS#8 begins with -----BEGIN PRIVATE KEY-----';
  if (label === 'ENCRYPTED PRIVATE KEY')
    return 'the key is encrypted; decrypt it first (openssl pkcs8 -in FILE)';
  if (label.endsWith('PUBLIC KEY') || label === 'CERTIFICATE')
    return `this is a ${label.toLowerCase()}; the private key is needed`;
  return `${label} is not PKCS#8; convert it (openssl pkcs8 -topk8 -nocrypt -in FILE)`;
}

function parse(pem: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    throw new UnusableKeyError('the private key is damaged: it cannot be read');
  }
}

function algorithmOf(key: KeyObject): SigningAlgorithm {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key;
  if (type === 'ed25519') return 'EdDSA';
  if (type === 'ec') {
    if (details.namedCurve === 'prime256v1') return 'ES256';
    throw new UnusableKeyError(`the curve is ${details.namedCurve}; ES256 needs P-256 (prime256v1)`);
  }
  if (type !== 'rsa') throw new UnusableKeyError(`a ${type} key cannot sign; RSA, P-256 or Ed25519 can`);
  assertRsaIsStrong(details.modulusLength ?? 0, details.publicExponent ?? 0n);
  return 'RS256';
}

function assertRsaIsStrong(bits: number, exponent: bigint): void {
  if (bits < RSA_BITS || bits > MAX_RSA_BITS)
    throw new UnusableKeyError(`the RSA key has ${bits} bits; ${RSA_BITS} to ${MAX_RSA_BITS} are taken`);
  if (exponent < MIN_RSA_EXPONENT)
    throw new UnusableKeyError(
      `the RSA key's public exponent is ${exponent}; at least ${MIN_RSA_EXPONENT} is taken`,
    );
}

/** A file may hold a public part of another key: nobody could verify what it signs. */
function assertPartsMatch(privateKey: KeyObject): void {
  const probe = Buffer.from('probe');
  const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  const matches = verify(digest, probe, createPublicKey(privateKey), sign(digest, probe, privateKey));
  if (!matches)
    throw new UnusableKeyError('the private and the public part in the file do not belong together');
}

async function toKeyPair(algorithm: SigningAlgorithm, privateKey: KeyObject): Promise<KeyPair> {
  const publicJwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
  return { id: await calculateJwkThumbprint(publicJwk), algorithm, publicJwk, privateKey };
}
