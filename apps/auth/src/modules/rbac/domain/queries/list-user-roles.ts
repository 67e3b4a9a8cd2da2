import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { GetUser } from '../../../user/index.js';
import type { AssignmentListQuery, UserRoleView } from '../rbac.view.js';
import { RoleHoldingRepository } from '../role-holding.repository.js';

const SORT = 'name';

/** Lists the roles that a user has directly, whatever their time, by name. */
@Injectable()
export class ListUserRoles {
  constructor(
    private readonly holdings: RoleHoldingRepository,
    private readonly getUser: GetUser,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(userId: string, query: AssignmentListQuery): Promise<Page<UserRoleView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    await this.getUser.execute(userId);
    const rows = await this.holdings.listOfUser(userId, query, after);
    return toPage(rows, query.limit, SORT, ({ roleId, name }) => ({ id: roleId, value: name }));
  }
}
