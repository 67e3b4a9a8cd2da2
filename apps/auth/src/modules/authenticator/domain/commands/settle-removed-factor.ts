import { Injectable } from '@nestjs/common';
import { AssertPasswordSuffices } from '../../../user/index.js';
import { AuthenticatorRepository } from '../authenticator.repository.js';
import { RecoveryCodeRepository } from '../recovery-code.repository.js';
import { RememberedDeviceRepository } from '../remembered-device.repository.js';

/**
 * With the last factor go the recovery codes and the remembered devices; a password too short to be alone keeps it.
 * Belongs into the transaction that removes a factor.
 */
@Injectable()
export class SettleRemovedFactor {
  constructor(
    private readonly authenticators: AuthenticatorRepository,
    private readonly codes: RecoveryCodeRepository,
    private readonly devices: RememberedDeviceRepository,
    private readonly assertPasswordSuffices: AssertPasswordSuffices,
  ) {}

  /** @throws AppError `password_needs_second_factor` */
  async execute(userId: string): Promise<void> {
    if ((await this.authenticators.methodsOf(userId)).length > 0) return;
    await this.assertPasswordSuffices.execute(userId);
    await this.codes.deleteAllOf(userId);
    await this.devices.deleteAllOf(userId);
  }
}
