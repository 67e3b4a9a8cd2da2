import { Injectable } from '@nestjs/common';
import { UserBatchRepository } from '../user-batch.repository.js';

/** Finds the addresses of users, of deleted ones too. */
@Injectable()
export class FindEmails {
  constructor(private readonly users: UserBatchRepository) {}

  /** @returns addresses by id */
  async execute(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.users.findEmails(ids);
    return new Map(found.map(({ id, email }) => [id, email]));
  }
}
