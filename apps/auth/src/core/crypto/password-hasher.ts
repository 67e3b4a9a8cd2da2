import { Injectable } from '@nestjs/common';
import { Algorithm, hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import bcrypt from 'bcrypt';
import { createHash } from 'node:crypto';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { WorkQueue } from './work-queue.js';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. */
const ARGON2 = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const BCRYPT_COST = 12;

/** bcrypt reads no further. */
const BCRYPT_MAX_BYTES = 72;

/** Marks our own bcrypt hashes: bcrypt over the base64 of SHA-384, so that no byte of a long password is ignored. */
const PREHASHED = 'sha384+';

const ARGON2_CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$';
const BCRYPT_HASH = /^\$2[aby]\$(\d\d)\$/;

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
      return PREHASHED + (await bcrypt.hash(prehash(password), BCRYPT_COST));
    });
  }

  /**
   * Compares a password with a stored hash, exactly as typed.
   *
   * @param stored - null for an account without a password, or none at all: costs as much and never matches
   * @throws AppError `overloaded` when too many hashes are waiting
   */
  async check(password: string, stored: string | null): Promise<PasswordCheck> {
    const hash = stored ?? (await this.dummyHash());
    const matches = (await this.queue.run(() => compare(password, hash))) && stored !== null;
    return { matches, needsRehash: matches && !this.isCurrent(hash) };
  }

  private isCurrent(hash: string): boolean {
    if (this.kind === 'argon2id') return hash.startsWith(ARGON2_CURRENT);
    return (
      hash.startsWith(PREHASHED) && Number(BCRYPT_HASH.exec(hash.slice(PREHASHED.length))?.[1]) >= BCRYPT_COST
    );
  }

  private dummyHash(): Promise<string> {
    return (this.dummy ??= this.hash('compared with when there is no account'));
  }
}

async function compare(password: string, hash: string): Promise<boolean> {
  if (hash.startsWith('$argon2')) return argon2Verify(hash, password);
  if (hash.startsWith(PREHASHED)) return bcrypt.compare(prehash(password), hash.slice(PREHASHED.length));
  // A foreign bcrypt hash knows 72 bytes at most and ends at NUL: what it would ignore can't be verified.
  const readInFull = Buffer.byteLength(password) <= BCRYPT_MAX_BYTES && !password.includes('\0');
  return (await bcrypt.compare(password, hash)) && readInFull;
}

/** 64 characters of base64: within bcrypt's limit and free of NUL. */
function prehash(password: string): string {
  return createHash('sha384').update(password).digest('base64');
}
