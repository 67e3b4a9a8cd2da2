import { Injectable } from '@nestjs/common';
import type { PendingAccountChanges } from '../../../core/access/index.js';
import { OneTimeTokens } from '../../../core/one-time-token/index.js';
import { EmailChangeRepository } from './email-change.repository.js';

/** What lower modules ask of this one. */
@Injectable()
export class AccountPendingChanges implements PendingAccountChanges {
  constructor(
    private readonly emailChanges: EmailChangeRepository,
    private readonly tokens: OneTimeTokens,
  ) {}

  async cancelAllOf(userId: string): Promise<void> {
    await this.emailChanges.delete(userId);
    await this.tokens.revokeEverythingOf(userId);
  }
}
