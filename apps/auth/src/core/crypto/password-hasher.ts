import { Injectable } from '@nestjs/common';
import { Algorithm, hash as argon2Hash } from '@node-rs/argon2';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { hashWithBcrypt, ownBcryptCost } from './stored-hash/bcrypt-hash.js';
import { verifyStoredHash } from './stored-hash/verify-stored-hash.js';
import { WorkQueue } from './work-queue.js';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. */
const ARGON2 = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const BCRYPT_COST = 12;

const ARGON2_CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$';

/** What is known after a password was compared. */
export interface PasswordCheck {
  readonly matches: boolean;
  /** True when it matches a hash of an older kind or cost, to be renewed while the password is at hand. */
  readonly needsRehash: boolean;
}

/** Hashes and compares passwords; never more at once than configured, so that other requests keep their share. */
@Injectable()
export class PasswordHasher {
  private readonly queue: WorkQueue;
  private readonly kind: 'argon2id' | 'bcrypt';
  private dummy: Promise<string> | null = null;

  constructor(@InjectConfig() config: AppConfig) {
    this.kind = config.passwordHash;
    this.queue = new WorkQueue(config.passwordHashConcurrency, config.passwordHashQueue);
  }

  /**
   * Hashes a password.
   *
   * @returns a PHC string (argon2id) or a marked bcrypt hash
   * @throws AppError `overloaded` when too many hashes are waiting
   */
  async hash(password: string): Promise<string> {
    return this.queue.run(async () => {
      if (this.kind === 'argon2id') return argon2Hash(password, ARGON2);
      return hashWithBcrypt(password, BCRYPT_COST);
    });
  }

  /**
   * Compares a password with a stored hash, exactly as typed.
   *
   * @param stored - null for an account without a password, or none at all: costs as much and never matches
   * @param decoy - the hash that is compared with instead of null; by default one of the configured kind
   * @throws AppError `overloaded` when too many hashes are waiting
   */
  async check(password: string, stored: string | null, decoy: string | null = null): Promise<PasswordCheck> {
    const hash = stored ?? decoy ?? (await this.dummyHash());
    const matches = (await this.queue.run(() => verifyStoredHash(password, hash))) && stored !== null;
    return { matches, needsRehash: matches && !this.isCurrent(hash) };
  }

  private isCurrent(hash: string): boolean {
    if (this.kind === 'argon2id') return hash.startsWith(ARGON2_CURRENT);
    return ownBcryptCost(hash) >= BCRYPT_COST;
  }

  private dummyHash(): Promise<string> {
    return (this.dummy ??= this.hash('compared with when there is no account'));
  }
}
