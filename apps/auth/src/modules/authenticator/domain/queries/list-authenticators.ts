import { Injectable } from '@nestjs/common';
import type { AuthenticatorsView } from '../authenticator.view.js';
import { PasskeyRepository } from '../passkey.repository.js';
import { RecoveryCodeRepository } from '../recovery-code.repository.js';
import { RememberedDeviceRepository } from '../remembered-device.repository.js';
import { TotpRepository } from '../totp.repository.js';

/** What protects an account beside its password. */
@Injectable()
export class ListAuthenticators {
  constructor(
    private readonly totp: TotpRepository,
    private readonly codes: RecoveryCodeRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly devices: RememberedDeviceRepository,
  ) {}

  async execute(userId: string): Promise<AuthenticatorsView> {
    const { confirmedAt = null, lastUsedAt = null } = (await this.totp.find(userId)) ?? {};
    return {
      totp: confirmedAt === null ? null : { confirmedAt, lastUsedAt },
      recoveryCodes: await this.codes.countLeft(userId),
      passkeys: await this.passkeys.list(userId),
      rememberedDevices: await this.devices.list(userId),
    };
  }
}
