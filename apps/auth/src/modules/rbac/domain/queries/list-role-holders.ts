import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { NamedListQuery, RoleHolderView } from '../rbac.view.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';
import { GetRole } from './get-role.js';

const SORT = 'assignment';

/** Lists the users and teams to whom a role was given, whatever the time. */
@Injectable()
export class ListRoleHolders {
  constructor(
    private readonly getRole: GetRole,
    private readonly assignments: RoleAssignmentRepository,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(roleId: string, query: NamedListQuery): Promise<Page<RoleHolderView>> {
    await this.getRole.execute(roleId);
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.assignments.listHolders(roleId, query, after);
    const page = toPage(rows, query.limit, SORT, ({ id }) => ({ id, value: null }));
    return { ...page, items: page.items.map(({ id: _, ...holder }) => holder) };
  }
}
