import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ServiceAccountRepository } from '../service-account.repository.js';

/** Takes a secret from a service account. Tokens that were got with it live on to their end: minutes. */
@Injectable()
export class RemoveClientSecret {
  constructor(
    private readonly accounts: ServiceAccountRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` */
  @Transactional()
  async execute(serviceAccountId: string, secretId: string): Promise<void> {
    assertThat(await this.accounts.deleteSecret(serviceAccountId, secretId), 'not_found');
    await this.audit.execute({
      action: 'service_account.secret_removed',
      subjectType: 'service_account',
      subjectId: serviceAccountId,
      before: { secretId },
    });
  }
}
