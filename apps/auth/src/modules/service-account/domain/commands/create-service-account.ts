import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { RequestContext } from '../../../../core/context/index.js';
import { isDatabaseFault, newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { auditedServiceAccount } from '../audited-service-account.js';
import { ServiceAccountRules } from '../service-account-rules.js';
import { ServiceAccountRepository } from '../service-account.repository.js';
import type { ServiceAccountView } from '../service-account.view.js';

/** A service account about to be made. */
export interface NewServiceAccount {
  readonly name: string;
  readonly description?: string;
  readonly permissions?: readonly PermissionName[];
}

/** Registers a service. It can do nothing before it gets a secret. */
@Injectable()
export class CreateServiceAccount {
  constructor(
    private readonly accounts: ServiceAccountRepository,
    private readonly rules: ServiceAccountRules,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists`, `invalid_request`, `escalation_refused` */
  @Transactional()
  async execute({
    name,
    description = '',
    permissions = [],
  }: NewServiceAccount): Promise<ServiceAccountView> {
    const names = [...new Set(permissions)].sort();
    await this.rules.assertGrantable(names);
    await this.rules.assertCovered(names);
    const id = newId();
    const content = { name, description, permissions: names, status: 'active' } as const;
    try {
      await this.accounts.insert(id, content, this.context.actor?.userId ?? null);
    } catch (error) {
      if (!isDatabaseFault(error, 'unique')) throw error;
      throw AppError.forField('already_exists', 'name', 'There is a service account with this name.');
    }
    const account = await this.accounts.find(id);
    assertThat(account !== null, 'not_found');
    await this.audit.execute({
      action: 'service_account.created',
      subjectType: 'service_account',
      subjectId: id,
      after: auditedServiceAccount(account),
    });
    return account;
  }
}
