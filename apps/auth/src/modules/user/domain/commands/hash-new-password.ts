import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { PasswordBlocklist, PasswordHasher } from '../../../../core/crypto/index.js';
import { normalizeEmail } from '../email-address.js';
import { assertAcceptablePassword, MIN_PASSWORD_LENGTH, refusePassword } from '../password-policy.js';

/** Checks and hashes a new password. Every way to set one leads here. */
@Injectable()
export class HashNewPassword {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly blocklist: PasswordBlocklist,
    @InjectConfig() private readonly config: AppConfig,
  ) {}

  /**
   * @param email - of the account, which may be still to be made
   * @param minLength - less is enough where a second factor is asked for
   * @throws AppError `weak_password`, `overloaded`
   */
  async execute(email: string, password: string, minLength = MIN_PASSWORD_LENGTH): Promise<string> {
    const address = normalizeEmail(email);
    const known = [address, address.slice(0, address.lastIndexOf('@')), this.config.productName];
    assertAcceptablePassword(password, known, minLength);
    if (await this.blocklist.includes(password))
      refusePassword('must not be one that attackers know from breaches');
    return this.hasher.hash(password);
  }
}
