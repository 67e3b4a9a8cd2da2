import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppConfig, ConfigError } from '../config/index.js';
import { KeyEncryption } from './key-encryption.js';

const FILE = 'key-encryption-key';

/**
 * The key under which private keys are encrypted: the configured one or, outside of production, one that is made
 * once and kept in the data folder.
 *
 * @param mayCreate - false when encrypted keys exist already: a new key could not read them
 * @throws ConfigError when the key is missing or damaged
 */
export function openKeyEncryption(config: AppConfig, mayCreate: boolean): KeyEncryption {
  if (config.keyEncryptionKey !== undefined)
    return new KeyEncryption(Buffer.from(config.keyEncryptionKey, 'base64'));
  const file = join(config.dataDir, FILE);
  if (!existsSync(file)) {
    if (!mayCreate) {
      throw new ConfigError(
        `KEY_ENCRYPTION_KEY: missing, and ${file} is gone, but the database has signing keys encrypted under it. Restore either.`,
      );
    }
    mkdirSync(config.dataDir, { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32)
    throw new ConfigError(`${file} is damaged: it must hold 32 bytes in base64. Restore it.`);
  return new KeyEncryption(key);
}
