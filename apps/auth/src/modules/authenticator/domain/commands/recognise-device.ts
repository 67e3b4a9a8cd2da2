import { Injectable } from '@nestjs/common';
import { readOpaqueToken } from '../../../../core/crypto/index.js';
import { RememberedDeviceRepository } from '../remembered-device.repository.js';

/** Tells whether a token is that of a remembered device of this user, and notes its use. */
@Injectable()
export class RecogniseDevice {
  constructor(private readonly devices: RememberedDeviceRepository) {}

  async execute(userId: string, text: string): Promise<boolean> {
    const token = readOpaqueToken(text);
    return token !== null && this.devices.use(token, userId);
  }
}
