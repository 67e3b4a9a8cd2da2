import { Injectable } from '@nestjs/common';
import { Authenticators } from '../../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { PasswordBlocklist, PasswordHasher } from '../../../../core/crypto/index.js';
import { normalizeEmail } from '../email-address.js';
import type { NewPassword } from '../new-password.js';
import {
  assertAcceptablePassword,
  MIN_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH_BESIDE_FACTOR,
  needsSecondFactor,
  refusePassword,
} from '../password-policy.js';

/** Checks and hashes a new password. Every way to set one leads here. */
@Injectable()
export class HashNewPassword {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly blocklist: PasswordBlocklist,
    private readonly authenticators: Authenticators,
    @InjectConfig() private readonly config: AppConfig,
  ) {}

  /**
   * @param email - of the account, which may be still to be made
   * @param userId - of an account that there is: a shorter one is enough when it has a second factor
   * @throws AppError `weak_password`, `overloaded`
   */
  async execute(email: string, password: string, userId?: string): Promise<NewPassword> {
    const address = normalizeEmail(email);
    const known = [address, address.slice(0, address.lastIndexOf('@')), this.config.productName];
    const besideFactor = userId !== undefined && (await this.authenticators.hasSecondFactor(userId));
    const minLength = besideFactor ? MIN_PASSWORD_LENGTH_BESIDE_FACTOR : MIN_PASSWORD_LENGTH;
    assertAcceptablePassword(password, known, minLength);
    if (await this.blocklist.includes(password))
      refusePassword('must not be one that attackers know from breaches');
    return { hash: await this.hasher.hash(password), needsSecondFactor: needsSecondFactor(password) };
  }
}
