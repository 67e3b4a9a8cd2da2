import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { GroupManagerRepository } from '../group-manager.repository.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { GroupPersonView, GroupListQuery } from '../visibility-group.view.js';

const SORT = 'email';

/** Lists the managers of a visibility group, by e-mail address. */
@Injectable()
export class ListManagers {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly managers: GroupManagerRepository,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(groupId: string, query: GroupListQuery): Promise<Page<GroupPersonView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    assertThat(await this.groups.exists(groupId), 'not_found');
    const rows = await this.managers.list(groupId, query, after);
    return toPage(rows, query.limit, SORT, ({ userId, email }) => ({ id: userId, value: email }));
  }
}
