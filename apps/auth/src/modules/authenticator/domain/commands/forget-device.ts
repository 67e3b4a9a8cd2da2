import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { RememberedDeviceRepository } from '../remembered-device.repository.js';

/** Forgets a remembered device: there, too, a second factor is asked for again. */
@Injectable()
export class ForgetDevice {
  constructor(
    private readonly devices: RememberedDeviceRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` */
  @Transactional()
  async execute(userId: string, deviceId: string): Promise<void> {
    assertThat(await this.devices.delete(userId, deviceId), 'not_found');
    await this.audit.execute({
      action: 'authenticator.device_forgotten',
      subjectType: 'user',
      subjectId: userId,
      before: { deviceId },
    });
  }
}
