import { Injectable } from '@nestjs/common';
import { readOpaqueToken, sameHash } from '../../../../core/crypto/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CLIENT_SECRET_PREFIX } from '../client-secret-prefix.js';
import { FindServiceAccount } from '../queries/find-service-account.js';
import { ServiceAccountRepository } from '../service-account.repository.js';
import type { LiveServiceAccount } from '../service-account.view.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Establishes which service calls, by its `client_id` and a secret. Unknown, wrong, expired and disabled all end alike. */
@Injectable()
export class AuthenticateServiceAccount {
  constructor(
    private readonly accounts: ServiceAccountRepository,
    private readonly findServiceAccount: FindServiceAccount,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @returns null when either is wrong */
  async execute(clientId: string, clientSecret: string): Promise<LiveServiceAccount | null> {
    const account = await this.check(clientId, clientSecret);
    if (account === null) {
      await this.audit.execute({
        action: 'service_account.authentication',
        outcome: 'failure',
        subjectType: 'service_account',
        subjectId: UUID.test(clientId) ? clientId.toLowerCase() : null,
        reason: 'invalid_client',
      });
    }
    return account;
  }

  private async check(clientId: string, clientSecret: string): Promise<LiveServiceAccount | null> {
    const secret = readOpaqueToken(clientSecret, CLIENT_SECRET_PREFIX);
    if (secret === null || !UUID.test(clientId)) return null;
    const hash = await this.accounts.findSecretHash(clientId, secret.id);
    if (hash === null || !sameHash(hash, secret.hash)) return null;
    await this.accounts.touchSecret(secret.id);
    return this.findServiceAccount.execute(clientId.toLowerCase());
  }
}
