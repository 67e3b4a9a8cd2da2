import { Injectable, type OnModuleInit } from '@nestjs/common';
import { importJWK, type JWK } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ALL_KEYS, InvalidationChannel } from '../../cache/index.js';
import { type AppConfig, ConfigError, InjectConfig } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { AppLogger } from '../../telemetry/index.js';
import { EncryptedColumns } from '../encrypted-columns.js';
import { EncryptionAtRest } from '../encryption-at-rest.js';
import type { JwtSigner } from '../sign-jwt.js';
import { generateSigningKeyPair, type KeyPair } from './key-pair.js';
import type { SigningAlgorithm } from './signing-key-status.js';
import type { SigningKey } from './signing-key.entity.js';
import { type NewSigningKey, SigningKeyRepository } from './signing-key.repository.js';

const TOPIC = 'signing_key';
/** `kid` as we make them: SHA-256 in base64url. */
const KEY_ID = /^[\w-]{43}$/;
/** Unknown `kid`s lead to the database at most this often; whoever asks waits meanwhile. */
const LOOK_UP_EVERY_MS = 200;
/** While changes are not heard of, keys this old are read again before a token is believed. */
const UNTRUSTED_AGE_MS = 200;

/** A public key, and the one algorithm that it is for. */
export interface VerificationKey {
  readonly algorithm: SigningAlgorithm;
  readonly key: Awaited<ReturnType<typeof importJWK>>;
}

/** The service's signing keys, in memory: the private one that signs, the public ones to verify and publish. */
@Injectable()
export class KeyRing implements OnModuleInit {
  private signer: JwtSigner | null = null;
  private verifiers: ReadonlyMap<string, VerificationKey> = new Map();
  private published: readonly JWK[] = [];
  private loadedAt = 0;
  /** A change was announced and not read yet: nothing that is remembered may be relied on. */
  private stale = true;
  private loading: Promise<void> = Promise.resolve();
  private nextLoad: Promise<void> | null = null;
  private lookUp: Promise<void> | null = null;
  /** The key that this process made because there was none. */
  private first: string | null = null;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly keys: SigningKeyRepository,
    private readonly encryption: EncryptionAtRest,
    private readonly channel: InvalidationChannel,
    private readonly database: Database,
    private readonly logger: AppLogger,
    columns: EncryptedColumns,
  ) {
    columns.declare({
      table: 'signing_keys',
      id: 'id',
      data: 'encrypted_private_key',
      encryptionKeyId: 'encryption_key_id',
      context: contextOf,
    });
    channel.subscribe(TOPIC, () => this.forget());
  }

  /** @throws ConfigError when the keys can't be decrypted: the service must not start with new ones silently */
  async onModuleInit(): Promise<void> {
    let stored = await this.keys.findPublished();
    this.encryption.open(stored.length === 0);
    if (stored.length === 0) {
      const pair = await generateSigningKeyPair(this.config.signingKeyAlgorithm);
      if (await this.keys.insertFirst(this.seal(pair))) this.first = pair.id;
      stored = await this.keys.findPublished();
    }
    for (const key of stored) if (key.encryptedPrivateKey !== null) this.openSigner(key);
    await this.load();
    if (this.signer === null) throw new ConfigError('the database has signing keys, but none that may sign');
  }

  /** The key that this process made because there was none; null for none. */
  get firstKeyId(): string | null {
    return this.first;
  }

  /** @throws Error before the module is initialised */
  get current(): JwtSigner {
    if (this.signer === null) throw new Error('signing keys are not loaded yet');
    return this.signer;
  }

  /** The JSON Web Key Set (RFC 7517), public parts only. */
  async jwks(): Promise<{ readonly keys: readonly JWK[] }> {
    await this.assureFresh();
    return { keys: this.published };
  }

  /** Tells, without a question to anybody, that tokens of this key are good. */
  isTrusted(id: string): boolean {
    return !this.stale && this.channel.trusted && this.verifiers.has(id);
  }

  /** The public key of a `kid`; another instance may have made it a moment ago. */
  async verificationKey(id: string): Promise<VerificationKey | undefined> {
    await this.assureFresh();
    if (!this.verifiers.has(id) && KEY_ID.test(id)) await this.lookAgain();
    return this.verifiers.get(id);
  }

  /** Encrypts a key pair's private part for the database. */
  seal({ id, algorithm, publicJwk, privateKey }: KeyPair): NewSigningKey {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const { data, encryptionKeyId } = this.encryption.encrypt(Buffer.from(pem), contextOf(id));
    return { id, algorithm, publicJwk, encryptedPrivateKey: data, encryptionKeyId };
  }

  /** Announces that keys have changed; here they are read again before the caller goes on after the commit. */
  async changed(): Promise<void> {
    await this.channel.announce(TOPIC, [ALL_KEYS]);
    await this.database.afterCommit(() => this.reload());
  }

  /** Reads the keys anew. Calls at the same moment share one reading, which begins after all of them. */
  reload(): Promise<void> {
    this.nextLoad ??= this.loading
      .catch(() => undefined)
      .then(() => {
        this.nextLoad = null;
        return (this.loading = this.load());
      });
    return this.nextLoad;
  }

  private forget(): void {
    this.stale = true;
    this.reload().catch((err: unknown) =>
      this.logger.warn({ err }, 'the signing keys could not be read; the next token asks again'),
    );
  }

  private async assureFresh(): Promise<void> {
    const isOld = !this.channel.trusted && Date.now() - this.loadedAt > UNTRUSTED_AGE_MS;
    if (this.stale || isOld) await this.reload();
  }

  private lookAgain(): Promise<void> {
    this.lookUp ??= sleep(Math.max(0, this.loadedAt + LOOK_UP_EVERY_MS - Date.now())).then(() => {
      this.lookUp = null;
      return this.reload();
    });
    return this.lookUp;
  }

  private async load(): Promise<void> {
    this.stale = false;
    try {
      const stored = await this.keys.findPublished();
      const imported = await Promise.all(
        stored.map(async ({ id, algorithm, publicJwk }) => {
          return [id, { algorithm, key: await importJWK(publicJwk, algorithm) }] as const;
        }),
      );
      this.verifiers = new Map(imported);
      this.published = stored.map(({ id, algorithm, publicJwk }) => ({
        ...publicJwk,
        kid: id,
        alg: algorithm,
        use: 'sig',
      }));
      this.replaceSigner(stored.find(({ status }) => status === 'active'));
      this.loadedAt = Date.now();
    } catch (error) {
      this.stale = true;
      throw error;
    }
  }

  /** A key that can't be opened leaves the one before: its tokens are good until it is removed, and the log tells. */
  private replaceSigner(active: SigningKey | undefined): void {
    if (active === undefined || active.id === this.signer?.id) return;
    try {
      this.signer = this.openSigner(active);
    } catch (err) {
      this.logger.error({ err, kid: active.id }, 'the active signing key cannot be opened');
    }
  }

  private openSigner({ id, algorithm, encryptedPrivateKey, encryptionKeyId }: SigningKey): JwtSigner {
    try {
      const stored = { data: encryptedPrivateKey ?? Buffer.alloc(0), encryptionKeyId: encryptionKeyId ?? '' };
      const pem = this.encryption.decrypt(stored, contextOf(id)).toString();
      return { id, algorithm, privateKey: createPrivateKey(pem) };
    } catch (cause) {
      if (cause instanceof ConfigError) throw cause;
      throw new ConfigError(
        `signing key ${id} is damaged; restore it from a backup, or take it out (npm run keys:remove)`,
        { cause },
      );
    }
  }
}

/** The id alone, as it was from the beginning. */
const contextOf = (id: string): string => id;
