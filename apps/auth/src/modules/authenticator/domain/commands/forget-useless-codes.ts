import { Injectable } from '@nestjs/common';
import { AuthenticatorRepository } from '../authenticator.repository.js';
import { RecoveryCodeRepository } from '../recovery-code.repository.js';
import { RememberedDeviceRepository } from '../remembered-device.repository.js';

/** With the last factor go the recovery codes and the remembered devices. */
@Injectable()
export class ForgetUselessCodes {
  constructor(
    private readonly authenticators: AuthenticatorRepository,
    private readonly codes: RecoveryCodeRepository,
    private readonly devices: RememberedDeviceRepository,
  ) {}

  async execute(userId: string): Promise<void> {
    if ((await this.authenticators.methodsOf(userId)).length > 0) return;
    await this.codes.deleteAllOf(userId);
    await this.devices.deleteAllOf(userId);
  }
}
