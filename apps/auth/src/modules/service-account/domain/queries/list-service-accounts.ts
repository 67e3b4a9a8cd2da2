import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { ServiceAccountRepository } from '../service-account.repository.js';
import type { ServiceAccountView } from '../service-account.view.js';

const SORT = 'id';

/** Lists service accounts, the oldest first. */
@Injectable()
export class ListServiceAccounts {
  constructor(private readonly accounts: ServiceAccountRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: { limit: number; cursor?: string }): Promise<Page<ServiceAccountView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.accounts.list(query.limit, after?.id ?? null);
    return toPage(rows, query.limit, SORT, ({ id }) => ({ value: null, id }));
  }
}
