import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { isDatabaseFault, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { auditedServiceAccount } from '../audited-service-account.js';
import { ServiceAccountCache } from '../service-account-cache.js';
import { ServiceAccountRules } from '../service-account-rules.js';
import { ServiceAccountRepository } from '../service-account.repository.js';
import type {
  ServiceAccountContent,
  ServiceAccountStatus,
  ServiceAccountView,
} from '../service-account.view.js';

/** What is to change; what is left out stays. */
export interface ServiceAccountChanges {
  readonly name?: string;
  readonly description?: string;
  readonly permissions?: readonly PermissionName[];
  readonly status?: ServiceAccountStatus;
}

/** Changes a service account. Disabled, its secrets and tokens are refused at once, on every instance. */
@Injectable()
export class UpdateServiceAccount {
  constructor(
    private readonly accounts: ServiceAccountRepository,
    private readonly rules: ServiceAccountRules,
    private readonly cache: ServiceAccountCache,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `already_exists`, `invalid_request`, `escalation_refused` */
  @Transactional()
  async execute(
    id: string,
    changes: ServiceAccountChanges,
    expectedVersion?: number,
  ): Promise<ServiceAccountView> {
    const before = await this.accounts.findForUpdate(id);
    assertThat(before !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === before.version, 'version_mismatch');
    const wanted = resulting(before, changes);
    const { permissions } = wanted;
    if (changes.permissions !== undefined) await this.rules.assertGrantable(permissions);
    // To disable somebody takes no rights; whatever else, the whole result is weighed, as with roles.
    if (wanted.status === 'active') await this.rules.assertCovered(permissions);
    try {
      await this.accounts.update(id, wanted);
    } catch (error) {
      if (!isDatabaseFault(error, 'unique')) throw error;
      throw AppError.forField('already_exists', 'name', 'There is a service account with this name.');
    }
    await this.cache.invalidate(id);
    const after = await this.accounts.find(id);
    assertThat(after !== null, 'not_found');
    await this.audit.execute({
      action: 'service_account.updated',
      subjectType: 'service_account',
      subjectId: id,
      before: auditedServiceAccount(before),
      after: auditedServiceAccount(after),
    });
    return after;
  }
}

function resulting(before: ServiceAccountView, changes: ServiceAccountChanges): ServiceAccountContent {
  return {
    name: changes.name ?? before.name,
    description: changes.description ?? before.description,
    permissions: [...new Set(changes.permissions ?? before.permissions)].sort(),
    status: changes.status ?? before.status,
  };
}
