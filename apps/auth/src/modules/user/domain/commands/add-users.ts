import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import type { TransferredUser } from '../transferred-user.js';
import { UserBatchRepository } from '../user-batch.repository.js';

/** Adds many users at once. Their data was checked already; whoever calls also tells the audit log. */
@Injectable()
export class AddUsers {
  constructor(private readonly users: UserBatchRepository) {}

  /** @returns the ids of those that were added; the address of the others is taken */
  @Transactional()
  async execute(users: readonly TransferredUser[]): Promise<ReadonlySet<string>> {
    const added = new Set(await this.users.insert(users));
    const theirs = users.filter(({ id }) => added.has(id));
    await this.users.insertPasswords(theirs);
    await this.users.insertProfiles(theirs);
    return added;
  }
}
