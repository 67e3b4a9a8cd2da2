import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { NamedListQuery, RolePermissionView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';
import { GetRole } from './get-role.js';

const SORT = 'permission';

/** Lists the permissions and wildcards that a role itself holds, by name. */
@Injectable()
export class ListRolePermissions {
  constructor(
    private readonly getRole: GetRole,
    private readonly roles: RoleRepository,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(roleId: string, query: NamedListQuery): Promise<Page<RolePermissionView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    await this.getRole.execute(roleId);
    const rows = await this.roles.listPermissionsOf(roleId, query, after);
    return toPage(rows, query.limit, SORT, ({ name }) => ({ id: roleId, value: name }));
  }
}
