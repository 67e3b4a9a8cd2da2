import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { RememberedDeviceRepository } from '../remembered-device.repository.js';

/** Forgets a remembered device: there, too, a second factor is asked for again. */
@Injectable()
export class ForgetDevice {
  constructor(private readonly devices: RememberedDeviceRepository) {}

  /** @throws AppError `not_found` */
  async execute(userId: string, deviceId: string): Promise<void> {
    assertThat(await this.devices.delete(userId, deviceId), 'not_found');
  }
}
