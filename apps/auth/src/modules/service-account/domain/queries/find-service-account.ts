import { Injectable } from '@nestjs/common';
import { PermissionSet } from '@auth-service/authorization';
import { ServiceAccountCache } from '../service-account-cache.js';
import { ServiceAccountRepository } from '../service-account.repository.js';
import type { LiveServiceAccount } from '../service-account.view.js';

/** Tells whether a service account may act: asked at every request of one, so answered from memory where possible. */
@Injectable()
export class FindServiceAccount {
  constructor(
    private readonly accounts: ServiceAccountRepository,
    private readonly cache: ServiceAccountCache,
  ) {}

  /** The remembered account, without a question to the database; undefined when none is. */
  recall(id: string): LiveServiceAccount | undefined {
    return this.cache.peek(id);
  }

  /** @returns null for one that is unknown or disabled */
  async execute(id: string): Promise<LiveServiceAccount | null> {
    return this.cache.get(id, async () => {
      const row = await this.accounts.findLive(id);
      return row === null ? null : { ...row, permissions: new PermissionSet(row.permissions) };
    });
  }
}
