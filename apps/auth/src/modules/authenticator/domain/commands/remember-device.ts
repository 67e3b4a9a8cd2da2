import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { readOpaqueToken } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { RememberedDeviceRepository } from '../remembered-device.repository.js';

/** Remembers the device of this request, so that its owner is not asked for a second factor there for a while. */
@Injectable()
export class RememberDevice {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly devices: RememberedDeviceRepository,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @param deviceToken - of the login that has just been completed there */
  @Transactional()
  async execute(userId: string, deviceToken: string): Promise<void> {
    const token = readOpaqueToken(deviceToken);
    assertThat(token !== null, 'invalid_link');
    const lifeSeconds = this.config.rememberedDeviceDays * 86_400;
    await this.devices.upsert(token, userId, this.context.client, lifeSeconds);
    await this.audit.execute({
      action: 'authenticator.device_remembered',
      subjectType: 'user',
      subjectId: userId,
      actorId: userId,
      after: { deviceId: token.id },
    });
  }
}
