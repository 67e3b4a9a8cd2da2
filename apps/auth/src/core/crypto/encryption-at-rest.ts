import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppConfig, ConfigError, InjectConfig } from '../config/index.js';
import { KeyEncryption } from './key-encryption.js';

const FILE = 'key-encryption-key';

/** Data as it is stored. */
export interface EncryptedData {
  readonly data: Buffer;
  /** Which key encryption key it is encrypted under. */
  readonly encryptionKeyId: string;
}

interface Keys {
  readonly current: KeyEncryption;
  /** Still read, never written with: while the key is being replaced. */
  readonly previous: KeyEncryption | null;
}

/**
 * Encrypts secrets that the database keeps, under KEY_ENCRYPTION_KEY; what KEY_ENCRYPTION_KEY_PREVIOUS encrypted can be
 * read too. Outside of production a key is made once and kept in the data folder.
 */
@Injectable()
export class EncryptionAtRest {
  private keys: Keys | null = null;

  constructor(@InjectConfig() private readonly config: AppConfig) {}

  /**
   * Reads the keys.
   *
   * @param mayCreate - false when something is encrypted already: a new key could not read it
   * @throws ConfigError when the key is missing or damaged
   */
  open(mayCreate = false): Keys {
    this.keys ??= openKeys(this.config, mayCreate);
    return this.keys;
  }

  /** What new data is encrypted under. */
  get currentKeyId(): string {
    return this.open().current.keyId;
  }

  /** A number from 0 up to 1: the same for a text on every instance, and a secret to everybody else. */
  fractionOf(text: string, context: string): number {
    return this.open().current.fractionOf(text, context);
  }

  /**
   * Keys for something other than encryption, the same on every instance.
   *
   * @param purpose - each has keys of its own
   * @returns the current one, and the one before while it is being replaced
   */
  deriveKeys(purpose: string): readonly [Buffer, ...Buffer[]] {
    const { current, previous } = this.open();
    return [current.derive(purpose), ...(previous === null ? [] : [previous.derive(purpose)])];
  }

  /** @param context - what the data is, for example a key's id; decrypting needs the same */
  encrypt(plain: Uint8Array, context: string): EncryptedData {
    const { current } = this.open();
    return { data: current.encrypt(plain, context), encryptionKeyId: current.keyId };
  }

  /**
   * @throws ConfigError when it is encrypted under neither key
   * @throws Error when the context is another or the data is corrupt
   */
  decrypt({ data, encryptionKeyId }: EncryptedData, context: string): Buffer {
    const { current, previous } = this.open();
    const key = [current, previous].find((candidate) => candidate?.keyId === encryptionKeyId);
    if (key == null) {
      throw new ConfigError(
        `KEY_ENCRYPTION_KEY: is not the key under which ${context} is encrypted, nor is KEY_ENCRYPTION_KEY_PREVIOUS. Restore it.`,
      );
    }
    return key.decrypt(data, context);
  }
}

function openKeys(config: AppConfig, mayCreate: boolean): Keys {
  const { keyEncryptionKey: current, keyEncryptionKeyPrevious: previous } = config;
  return {
    current: current === undefined ? openFile(config.dataDir, mayCreate) : fromBase64(current),
    previous: previous === undefined ? null : fromBase64(previous),
  };
}

const fromBase64 = (text: string): KeyEncryption => new KeyEncryption(Buffer.from(text, 'base64'));

function openFile(dataDir: string, mayCreate: boolean): KeyEncryption {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) {
    if (!mayCreate) {
      throw new ConfigError(
        `KEY_ENCRYPTION_KEY: missing, and ${file} is gone, but the database has signing keys encrypted under it. Restore either.`,
      );
    }
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32)
    throw new ConfigError(`${file} is damaged: it must hold 32 bytes in base64. Restore it.`);
  return new KeyEncryption(key);
}
