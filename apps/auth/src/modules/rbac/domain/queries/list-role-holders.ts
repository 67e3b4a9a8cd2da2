import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { RoleHolderListQuery, RoleHolderView } from '../rbac.view.js';
import { RoleHoldingRepository } from '../role-holding.repository.js';
import { GetRole } from './get-role.js';

const SORT = 'assignment';

/** Lists the users and teams to whom a role was given, whatever the time. */
@Injectable()
export class ListRoleHolders {
  constructor(
    private readonly getRole: GetRole,
    private readonly holdings: RoleHoldingRepository,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(roleId: string, query: RoleHolderListQuery): Promise<Page<RoleHolderView>> {
    await this.getRole.execute(roleId);
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.holdings.listHolders(roleId, query, after);
    const page = toPage(rows, query.limit, SORT, ({ id }) => ({ id, value: null }));
    return { ...page, items: page.items.map(({ id: _, ...holder }) => holder) };
  }
}
