import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { GetUser } from '../../../user/index.js';
import type { NamedListQuery, UserRoleView } from '../rbac.view.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

const SORT = 'name';

/** Lists the roles that a user has directly, whatever their time, by name. */
@Injectable()
export class ListUserRoles {
  constructor(
    private readonly assignments: RoleAssignmentRepository,
    private readonly getUser: GetUser,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(userId: string, query: NamedListQuery): Promise<Page<UserRoleView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    await this.getUser.execute(userId);
    const rows = await this.assignments.listOfUser(userId, query, after);
    return toPage(rows, query.limit, SORT, ({ roleId, name }) => ({ id: roleId, value: name }));
  }
}
