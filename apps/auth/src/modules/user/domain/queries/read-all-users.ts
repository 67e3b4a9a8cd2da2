import { Injectable } from '@nestjs/common';
import type { TransferredUser } from '../transferred-user.js';
import { UserBatchRepository } from '../user-batch.repository.js';

const PAGE = 1000;

/** Reads all users a page at a time. */
@Injectable()
export class ReadAllUsers {
  constructor(private readonly users: UserBatchRepository) {}

  /** @param withHashes - whether password hashes are read too: for the operator alone */
  async *execute(withHashes: boolean): AsyncGenerator<readonly TransferredUser[]> {
    let afterId: string | null = null;
    for (;;) {
      const page: TransferredUser[] = await this.users.list(afterId, PAGE, withHashes);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      afterId = page.at(-1)?.id ?? null;
    }
  }

  /**
   * Reads one page, without password hashes.
   *
   * @param afterId - where the page before ended
   */
  page(afterId: string | null, limit: number): Promise<readonly TransferredUser[]> {
    return this.users.list(afterId, limit, false);
  }

  /** How many there are. */
  count(): Promise<number> {
    return this.users.count();
  }
}
