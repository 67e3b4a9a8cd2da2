import { Injectable } from '@nestjs/common';
import { type PermissionName, PermissionSet } from '@auth-service/authorization';
import { AccessPolicy, isDelegable } from '../../../core/access/index.js';
import { AppError } from '../../../core/errors/index.js';
import { ServiceAccountRepository } from './service-account.repository.js';

/** What every change to a service account has to keep. */
@Injectable()
export class ServiceAccountRules {
  constructor(
    private readonly accounts: ServiceAccountRepository,
    private readonly access: AccessPolicy,
  ) {}

  /** @throws AppError `invalid_request` for permissions that are not registered, or that only a person may hold */
  async assertGrantable(permissions: readonly PermissionName[]): Promise<void> {
    const registered = await this.accounts.registered(permissions);
    const unknown = permissions.filter((name) => !registered.has(name));
    if (unknown.length > 0) throw refused(`not registered: ${unknown.join(', ')}`);
    const personal = permissions.filter((name) => !isDelegable(name));
    if (personal.length > 0) throw refused(`only for people who have logged in: ${personal.join(', ')}`);
  }

  /**
   * Nobody gives an account, or the means to act as it, more rights than their own.
   *
   * @throws AppError `escalation_refused`
   */
  async assertCovered(permissions: readonly PermissionName[]): Promise<void> {
    await this.access.assertMayBestow(new PermissionSet(permissions), 'rbac:escalate');
  }
}

const refused = (message: string) => AppError.forField('invalid_request', 'permissions', message);
