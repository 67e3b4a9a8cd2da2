import { Injectable } from '@nestjs/common';
import type { Authenticators } from '../../../core/access/index.js';
import { AuthenticatorRepository } from './authenticator.repository.js';
import { PasskeyRepository } from './passkey.repository.js';
import { RecoveryCodeRepository } from './recovery-code.repository.js';
import { RememberedDeviceRepository } from './remembered-device.repository.js';
import { TotpRepository } from './totp.repository.js';

/** What lower modules ask of this one. */
@Injectable()
export class AccountAuthenticators implements Authenticators {
  constructor(
    private readonly authenticators: AuthenticatorRepository,
    private readonly totp: TotpRepository,
    private readonly codes: RecoveryCodeRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly devices: RememberedDeviceRepository,
  ) {}

  async hasSecondFactor(userId: string): Promise<boolean> {
    return (await this.authenticators.methodsOf(userId)).length > 0;
  }

  async forgetDevicesOf(userId: string): Promise<void> {
    await this.devices.deleteAllOf(userId);
  }

  async removeAllOf(userId: string): Promise<void> {
    await this.totp.delete(userId);
    await this.codes.deleteAllOf(userId);
    await this.passkeys.deleteAllOf(userId);
    await this.devices.deleteAllOf(userId);
  }
}
