import { Injectable } from '@nestjs/common';
import { UserBatchRepository } from '../user-batch.repository.js';

/** Finds out which of some ids are users'. */
@Injectable()
export class FilterUsers {
  constructor(private readonly users: UserBatchRepository) {}

  /** @returns the ids of users who are not deleted, in the order given */
  async execute(ids: readonly string[]): Promise<Set<string>> {
    const found = new Set(await this.users.findExisting(ids));
    return new Set(ids.filter((id) => found.has(id)));
  }
}
