import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { issueOpaqueToken } from '../../../../core/crypto/index.js';
import { newId } from '../../../../core/database/index.js';
import { RememberedDeviceRepository } from '../remembered-device.repository.js';

/** Remembers the device of this request, so that its owner is not asked for a second factor there for a while. */
@Injectable()
export class RememberDevice {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly devices: RememberedDeviceRepository,
    private readonly context: RequestContext,
  ) {}

  /** @returns the token that the device keeps */
  async execute(userId: string): Promise<string> {
    const token = issueOpaqueToken(newId());
    const lifeSeconds = this.config.rememberedDeviceDays * 86_400;
    await this.devices.insert(token, userId, this.context.client, lifeSeconds);
    return token.text;
  }
}
