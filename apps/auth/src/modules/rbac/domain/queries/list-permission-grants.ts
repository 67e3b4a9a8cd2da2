import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { GetUser } from '../../../user/index.js';
import { PermissionGrantRepository } from '../permission-grant.repository.js';
import type { AssignmentListQuery, PermissionGrantView } from '../rbac.view.js';

const SORT = 'name';

/** Lists the permissions that a user has without a role, whatever their time, by name. */
@Injectable()
export class ListPermissionGrants {
  constructor(
    private readonly grants: PermissionGrantRepository,
    private readonly getUser: GetUser,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(userId: string, query: AssignmentListQuery): Promise<Page<PermissionGrantView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    await this.getUser.execute(userId);
    const rows = await this.grants.listOfUser(userId, query, after);
    return toPage(rows, query.limit, SORT, ({ permission }) => ({ id: userId, value: permission }));
  }
}
