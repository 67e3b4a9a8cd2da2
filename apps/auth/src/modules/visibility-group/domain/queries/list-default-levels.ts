import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { DefaultLevelRepository } from '../default-level.repository.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { DefaultLevelView, GroupListQuery } from '../visibility-group.view.js';

const SORT = 'type';

/** Lists what a visibility group itself says of new items, by type. */
@Injectable()
export class ListDefaultLevels {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly defaults: DefaultLevelRepository,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(groupId: string, query: GroupListQuery): Promise<Page<DefaultLevelView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    assertThat(await this.groups.exists(groupId), 'not_found');
    const rows = await this.defaults.list(groupId, query, after);
    return toPage(rows, query.limit, SORT, ({ type }) => ({ id: groupId, value: type }));
  }
}
