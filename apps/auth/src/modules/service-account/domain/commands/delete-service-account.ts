import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { auditedServiceAccount } from '../audited-service-account.js';
import { ServiceAccountCache } from '../service-account-cache.js';
import { ServiceAccountRepository } from '../service-account.repository.js';

/** Deletes a service account: its secrets and tokens are refused at once, on every instance. */
@Injectable()
export class DeleteServiceAccount {
  constructor(
    private readonly accounts: ServiceAccountRepository,
    private readonly cache: ServiceAccountCache,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch` */
  @Transactional()
  async execute(id: string, expectedVersion?: number): Promise<void> {
    const account = await this.accounts.findForUpdate(id);
    assertThat(account !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === account.version, 'version_mismatch');
    await this.accounts.delete(id);
    await this.cache.invalidate(id);
    await this.audit.execute({
      action: 'service_account.deleted',
      subjectType: 'service_account',
      subjectId: id,
      before: auditedServiceAccount(account),
    });
  }
}
