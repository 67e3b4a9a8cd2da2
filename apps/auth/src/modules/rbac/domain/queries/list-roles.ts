import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { RoleListQuery, RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';

const SORT = 'name';

/** Lists roles by name. */
@Injectable()
export class ListRoles {
  constructor(private readonly roles: RoleRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: RoleListQuery): Promise<Page<RoleView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.roles.list(query, after);
    return toPage(rows, query.limit, SORT, ({ id, name }) => ({ id, value: name }));
  }
}
