import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { NamedListQuery, RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';
import { GetRole } from './get-role.js';

const SORT = 'name';

/** Lists the roles that a role inherits from directly, by name. */
@Injectable()
export class ListRoleParents {
  constructor(
    private readonly getRole: GetRole,
    private readonly roles: RoleRepository,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(roleId: string, query: NamedListQuery): Promise<Page<RoleView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    await this.getRole.execute(roleId);
    const rows = await this.roles.listParentsOf(roleId, query, after);
    return toPage(rows, query.limit, SORT, ({ id, name }) => ({ id, value: name }));
  }
}
