import { Injectable } from '@nestjs/common';
import { issueOpaqueToken } from '../../../../core/crypto/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CLIENT_SECRET_PREFIX } from '../client-secret-prefix.js';
import { ServiceAccountRules } from '../service-account-rules.js';
import { ServiceAccountRepository } from '../service-account.repository.js';
import type { ClientSecretView } from '../service-account.view.js';

/** Enough to replace one by another, in several places. */
const MAX_SECRETS = 10;

/** A secret just made: its text is shown this once. */
export interface IssuedClientSecret extends ClientSecretView {
  readonly clientSecret: string;
}

/** Gives a service account another secret; the ones before stay good. Whoever has it acts as the account. */
@Injectable()
export class AddClientSecret {
  constructor(
    private readonly accounts: ServiceAccountRepository,
    private readonly rules: ServiceAccountRules,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `conflict` for one too many, `invalid_request`, `escalation_refused` */
  @Transactional()
  async execute(serviceAccountId: string, expiresAt: Date | null = null): Promise<IssuedClientSecret> {
    if (expiresAt !== null && expiresAt <= new Date())
      throw AppError.forField('invalid_request', 'expiresAt', 'expiresAt must be in the future');
    const account = await this.accounts.findForUpdate(serviceAccountId);
    assertThat(account !== null, 'not_found');
    await this.rules.assertCovered(account.permissions);
    const { length } = await this.accounts.listSecrets(serviceAccountId);
    assertThat(length < MAX_SECRETS, 'conflict', {
      detail: `There are ${length} secrets; remove one first.`,
    });
    const secret = issueOpaqueToken(newId(), CLIENT_SECRET_PREFIX);
    const view = await this.accounts.insertSecret(serviceAccountId, secret, expiresAt);
    await this.audit.execute({
      action: 'service_account.secret_added',
      subjectType: 'service_account',
      subjectId: serviceAccountId,
      after: { secretId: view.id, expiresAt },
    });
    return { ...view, clientSecret: secret.text };
  }
}
