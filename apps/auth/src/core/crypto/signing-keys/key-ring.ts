import { Injectable, type OnModuleInit } from '@nestjs/common';
import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, importJWK, type JWK } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { type AppConfig, ConfigError, InjectConfig } from '../../config/index.js';
import type { KeyEncryption } from '../key-encryption.js';
import { openKeyEncryption } from '../key-encryption-file.js';
import type { JwtSigner } from '../sign-jwt.js';
import type { SigningKey } from './signing-key.entity.js';
import { SigningKeyRepository } from './signing-key.repository.js';

const ALGORITHM = 'ES256';

/** An unknown `kid` leads to the database at most this often. */
const RELOAD_COOL_DOWN_MS = 5000;

type Key = Awaited<ReturnType<typeof generateKeyPair>>['publicKey'];

/** The service's signing keys, in memory: private ones to sign, public ones to verify and publish. */
@Injectable()
export class KeyRing implements OnModuleInit {
  private active: JwtSigner | null = null;
  private publicKeys = new Map<string, Key>();
  private publicJwks: JWK[] = [];
  private loadedAt = 0;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly keys: SigningKeyRepository,
  ) {}

  /** @throws ConfigError when the keys can't be decrypted: the service must not start with new ones silently */
  async onModuleInit(): Promise<void> {
    let stored = await this.keys.findAll();
    const encryption = openKeyEncryption(this.config, stored.length === 0);
    if (stored.length === 0) {
      await this.keys.insertIfFirst(await generateKey(encryption));
      stored = await this.keys.findAll();
    }
    await this.load(stored);
    this.active = openActiveKey(stored, encryption);
  }

  /** @throws Error before the module is initialised */
  get current(): JwtSigner {
    if (this.active === null) throw new Error('signing keys are not loaded yet');
    return this.active;
  }

  /** The JSON Web Key Set (RFC 7517), public parts only. */
  get jwks(): { readonly keys: readonly JWK[] } {
    return { keys: this.publicJwks };
  }

  /** The public key of a `kid`; another instance may have made it a moment ago. */
  async publicKey(id: string): Promise<Key | undefined> {
    if (!this.publicKeys.has(id) && Date.now() - this.loadedAt > RELOAD_COOL_DOWN_MS) {
      await this.load(await this.keys.findAll());
    }
    return this.publicKeys.get(id);
  }

  private async load(stored: readonly SigningKey[]): Promise<void> {
    this.loadedAt = Date.now();
    this.publicJwks = stored.map((key) => ({
      ...key.publicJwk,
      kid: key.id,
      alg: key.algorithm,
      use: 'sig',
    }));
    const imported = await Promise.all(
      stored.map(async (key) => [key.id, (await importJWK(key.publicJwk, key.algorithm)) as Key] as const),
    );
    this.publicKeys = new Map(imported);
  }
}

async function generateKey(encryption: KeyEncryption): Promise<Omit<SigningKey, 'createdAt' | 'retiredAt'>> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const id = await calculateJwkThumbprint(publicJwk);
  const encryptedPrivateKey = encryption.encrypt(Buffer.from(await exportPKCS8(privateKey)), id);
  return { id, algorithm: ALGORITHM, publicJwk, encryptedPrivateKey, encryptionKeyId: encryption.keyId };
}

function openActiveKey(stored: readonly SigningKey[], encryption: KeyEncryption): JwtSigner {
  const key = stored.find((candidate) => candidate.retiredAt === null);
  if (key === undefined) throw new ConfigError('the database has signing keys, but none that may sign');
  if (key.encryptionKeyId !== encryption.keyId) {
    throw new ConfigError('KEY_ENCRYPTION_KEY: is not the key under which the signing keys are encrypted');
  }
  try {
    const pem = encryption.decrypt(key.encryptedPrivateKey, key.id).toString();
    return { id: key.id, algorithm: key.algorithm, privateKey: createPrivateKey(pem) };
  } catch (cause) {
    throw new ConfigError(`signing key ${key.id} is damaged; restore it from a backup`, { cause });
  }
}
