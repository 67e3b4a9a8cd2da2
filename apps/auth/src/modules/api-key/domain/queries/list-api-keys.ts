import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { ApiKeyRepository } from '../api-key.repository.js';
import type { ApiKeyListQuery, ApiKeyView } from '../api-key.view.js';

const SORT = '-id';

/** Lists API keys, the newest first. */
@Injectable()
export class ListApiKeys {
  constructor(private readonly keys: ApiKeyRepository) {}

  /**
   * @param ownerId - whose alone; whose the query says when nothing is said
   * @throws AppError `invalid_cursor`
   */
  async execute(query: ApiKeyListQuery, ownerId = query.userId): Promise<Page<ApiKeyView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.keys.list({ ...query, ...(ownerId && { userId: ownerId }) }, after?.id ?? null);
    return toPage(rows, query.limit, SORT, ({ id }) => ({ value: null, id }));
  }
}
