import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { ServiceAccountRepository } from '../service-account.repository.js';
import type { ClientSecretView, ServiceAccountView } from '../service-account.view.js';

/** Reads a service account and what may be shown of its secrets. */
@Injectable()
export class GetServiceAccount {
  constructor(private readonly accounts: ServiceAccountRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<ServiceAccountView & { readonly secrets: readonly ClientSecretView[] }> {
    const account = await this.accounts.find(id);
    assertThat(account !== null, 'not_found');
    return { ...account, secrets: await this.accounts.listSecrets(id) };
  }
}
