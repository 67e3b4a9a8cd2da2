import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { TotpRepository } from '../totp.repository.js';
import { ForgetUselessCodes } from './forget-useless-codes.js';

/** Removes the app that shows codes. */
@Injectable()
export class RemoveTotp {
  constructor(
    private readonly totp: TotpRepository,
    private readonly forgetUselessCodes: ForgetUselessCodes,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` */
  @Transactional()
  async execute(userId: string): Promise<void> {
    assertThat(await this.totp.delete(userId), 'not_found');
    await this.forgetUselessCodes.execute(userId);
    await this.audit.execute({
      action: 'authenticator.removed',
      subjectType: 'user',
      subjectId: userId,
      before: { method: 'totp' },
    });
  }
}
