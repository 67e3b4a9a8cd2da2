import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../../../../core/crypto/index.js';
import { normalizeEmail } from '../email-address.js';
import { UserRepository } from '../user.repository.js';

/** What is known after somebody named an account and a password. */
export interface PasswordVerification {
  /** null when nobody has this address. */
  readonly userId: string | null;
  /** True for the right password of an active user alone. */
  readonly verified: boolean;
}

/** Compares a password. An unknown address costs as much as a wrong password; an old hash is renewed. */
@Injectable()
export class VerifyPassword {
  constructor(
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
  ) {}

  async execute(email: string, password: string): Promise<PasswordVerification> {
    const stored = await this.users.findCredentials(normalizeEmail(email));
    const { matches, needsRehash } = await this.hasher.check(password, stored?.hash ?? null);
    if (stored === null) return { userId: null, verified: false };
    const verified = matches && stored.status === 'active';
    if (verified && needsRehash && stored.hash !== null) {
      await this.users.replacePasswordHash(stored.id, stored.hash, await this.hasher.hash(password));
    }
    return { userId: stored.id, verified };
  }
}
