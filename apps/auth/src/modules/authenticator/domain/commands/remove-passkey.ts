import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { PasskeyRepository } from '../passkey.repository.js';
import { SettleRemovedFactor } from './settle-removed-factor.js';

/** Removes a passkey. The mailbox stays a way in: a reset sets a password. */
@Injectable()
export class RemovePasskey {
  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly settleRemovedFactor: SettleRemovedFactor,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `password_needs_second_factor` */
  @Transactional()
  async execute(userId: string, passkeyId: string): Promise<void> {
    assertThat(await this.passkeys.delete(userId, passkeyId), 'not_found');
    await this.settleRemovedFactor.execute(userId);
    await this.audit.execute({
      action: 'authenticator.removed',
      subjectType: 'user',
      subjectId: userId,
      before: { method: 'passkey', passkeyId },
    });
  }
}
