import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../../../../core/crypto/index.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { normalizeEmail } from '../email-address.js';
import { PasswordDecoys } from '../password-decoys.js';
import { UserRepository } from '../user.repository.js';

/** An active user who has shown who they are. */
export interface VerifiedUser {
  readonly id: string;
  /** When the password that was right was set: once there is another one, this is worth nothing. null: came in without. */
  readonly passwordSetAt: string | null;
  /** The password that was right is too short to be the only factor. */
  readonly passwordNeedsSecondFactor?: boolean;
}

/** What is known after somebody named an account and a password. */
export interface PasswordVerification {
  /** null when nobody has this address. */
  readonly userId: string | null;
  /** null when the password was wrong, or the user is not active. */
  readonly verified: VerifiedUser | null;
}

/** Compares a password. An unknown address costs as much as a wrong password; an old hash is renewed. */
@Injectable()
export class VerifyPassword {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly decoys: PasswordDecoys,
  ) {}

  /**
   * @param counted - that the attempt is counted and may be made; what is stored is asked for meanwhile
   * @throws whatever `counted` throws, before the password is looked at
   */
  async execute(email: string, password: string, counted: Promise<unknown>): Promise<PasswordVerification> {
    const address = normalizeEmail(email);
    const [decoy, stored] = await Promise.all([
      this.decoys.hashFor(address),
      this.credentials.find(address),
      counted,
    ]);
    const { matches, needsRehash } = await this.hasher.check(password, stored?.hash ?? null, decoy);
    if (stored === null) return { userId: null, verified: null };
    const { id, status, hash, passwordSetAt, passwordNeedsSecondFactor } = stored;
    if (!matches || status !== 'active' || hash === null || passwordSetAt === null)
      return { userId: id, verified: null };
    if (needsRehash) await this.users.replacePasswordHash(id, hash, await this.hasher.hash(password));
    return { userId: id, verified: { id, passwordSetAt, passwordNeedsSecondFactor } };
  }
}
