import { Injectable } from '@nestjs/common';
import { UserBatchRepository } from '../user-batch.repository.js';

/** Finds who has some addresses, given in their normal form. */
@Injectable()
export class FindUsersByEmail {
  constructor(private readonly users: UserBatchRepository) {}

  /** @returns ids by address */
  async execute(emails: readonly string[]): Promise<Map<string, string>> {
    const found = await this.users.findIdsByEmail(emails);
    return new Map(found.map(({ id, email }) => [email, id]));
  }
}
