import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { TotpRepository } from '../totp.repository.js';
import { SettleRemovedFactor } from './settle-removed-factor.js';

/** Removes the app that shows codes. */
@Injectable()
export class RemoveTotp {
  constructor(
    private readonly totp: TotpRepository,
    private readonly settleRemovedFactor: SettleRemovedFactor,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `password_needs_second_factor` */
  @Transactional()
  async execute(userId: string): Promise<void> {
    assertThat(await this.totp.delete(userId), 'not_found');
    await this.settleRemovedFactor.execute(userId);
    await this.audit.execute({
      action: 'authenticator.removed',
      subjectType: 'user',
      subjectId: userId,
      before: { method: 'totp' },
    });
  }
}
