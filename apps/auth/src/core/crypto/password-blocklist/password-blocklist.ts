import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { type AppConfig, ConfigError, InjectConfig } from '../../config/index.js';
import { HashList, hashOf } from './hash-list.js';

/** Made by tools/pack-common-passwords.mjs. */
const COMMON_PASSWORDS = fileURLToPath(new URL('./common-passwords.bin', import.meta.url));

/** Passwords that attackers know: common ones, and those of the operator's own list (PASSWORD_BLOCKLIST_FILE). */
@Injectable()
export class PasswordBlocklist implements OnModuleDestroy {
  private readonly lists: readonly HashList[];

  /** @throws ConfigError when the operator's list can't be read */
  constructor(@InjectConfig() config: AppConfig) {
    const own = config.passwordBlocklistFile;
    this.lists = [HashList.open(COMMON_PASSWORDS), ...(own === undefined ? [] : [openOwn(own)])];
  }

  /** Tells whether a password is known, as typed or in lower case. */
  async includes(password: string): Promise<boolean> {
    const hashes = [...new Set([password, password.toLowerCase()])].map(hashOf);
    const searches = this.lists.flatMap((list) => hashes.map((hash) => list.has(hash)));
    return (await Promise.all(searches)).includes(true);
  }

  onModuleDestroy(): void {
    for (const list of this.lists) list.close();
  }
}

function openOwn(path: string): HashList {
  try {
    return HashList.open(path);
  } catch (cause) {
    throw new ConfigError(
      `PASSWORD_BLOCKLIST_FILE: ${cause instanceof Error ? cause.message : 'unreadable'}`,
      {
        cause,
      },
    );
  }
}
