import { Injectable } from '@nestjs/common';
import { Authenticators } from '../../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { PasswordBlocklist, PasswordHasher } from '../../../../core/crypto/index.js';
import { LiveSettings } from '../../../../core/settings/index.js';
import { normalizeEmail } from '../email-address.js';
import type { NewPassword } from '../new-password.js';
import { assertAcceptablePassword, isShorterThan, refusePassword } from '../password-policy.js';

/** Checks and hashes a new password. Every way to set one leads here. */
@Injectable()
export class HashNewPassword {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly blocklist: PasswordBlocklist,
    private readonly authenticators: Authenticators,
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: LiveSettings,
  ) {}

  /**
   * @param email - of the account, which may be still to be made
   * @param userId - of an account that there is: a shorter one is enough when it has a second factor
   * @throws AppError `weak_password`, `overloaded`
   */
  async execute(email: string, password: string, userId?: string): Promise<NewPassword> {
    const address = normalizeEmail(email);
    const policy = this.settings.values;
    const known = [
      address,
      address.slice(0, address.lastIndexOf('@')),
      this.config.productName,
      ...policy.passwordBlockedWords,
    ];
    const besideFactor = userId !== undefined && (await this.authenticators.hasSecondFactor(userId));
    const minLength = besideFactor ? policy.passwordMinLengthBesideFactor : policy.passwordMinLength;
    assertAcceptablePassword(password, known, minLength);
    if (await this.blocklist.includes(password))
      refusePassword('must not be one that attackers know from breaches');
    const needsSecondFactor = isShorterThan(password, policy.passwordMinLength);
    return { hash: await this.hasher.hash(password), needsSecondFactor };
  }
}
