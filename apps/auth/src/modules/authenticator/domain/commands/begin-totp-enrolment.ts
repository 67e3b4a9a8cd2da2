import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { EncryptionAtRest } from '../../../../core/crypto/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { GetUser } from '../../../user/index.js';
import { newTotpSecret, totpSecretText, totpUri } from '../totp.js';
import { totpContext } from '../totp-context.js';
import { TotpRepository } from '../totp.repository.js';

/** What an app needs to show codes. Shown this once. */
export interface TotpEnrolment {
  /** `otpauth://…`, for a picture that the app reads. */
  readonly uri: string;
  /** The secret in Base32, to be typed where there is no camera. */
  readonly secret: string;
}

/** Begins to set up an app that shows codes. It counts from the first right code on. */
@Injectable()
export class BeginTotpEnrolment {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly encryption: EncryptionAtRest,
    private readonly getUser: GetUser,
    private readonly totp: TotpRepository,
  ) {}

  /** @throws AppError `already_exists` when there is one already */
  async execute(userId: string): Promise<TotpEnrolment> {
    const { email } = await this.getUser.execute(userId);
    const secret = newTotpSecret();
    const saved = await this.totp.savePending(userId, this.encryption.encrypt(secret, totpContext(userId)));
    assertThat(saved, 'already_exists', { detail: 'There is an app already. Remove it first.' });
    return { uri: totpUri(secret, this.config.productName, email), secret: totpSecretText(secret) };
  }
}
