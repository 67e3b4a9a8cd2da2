import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { UserListQuery } from '../user-list.js';
import { UserRepository } from '../user.repository.js';
import type { UserView } from '../user.view.js';

/** Lists users, page by page. */
@Injectable()
export class ListUsers {
  constructor(private readonly users: UserRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: UserListQuery): Promise<Page<UserView>> {
    const sort = query.sort ?? '-createdAt';
    const after = query.cursor === undefined ? null : decodeCursor(sort, query.cursor);
    const rows = await this.users.list(query, sort, after);
    const page = toPage(rows, query.limit, sort, ({ id, sortValue }) => ({ id, value: sortValue }));
    return { ...page, items: page.items.map(({ sortValue: _, ...view }) => view) };
  }
}
