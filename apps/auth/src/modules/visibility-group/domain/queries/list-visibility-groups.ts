import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { VisibilityGroupListQuery, VisibilityGroupView } from '../visibility-group.view.js';

const SORT = 'name';

/** Lists visibility groups by name. */
@Injectable()
export class ListVisibilityGroups {
  constructor(private readonly groups: VisibilityGroupRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: VisibilityGroupListQuery): Promise<Page<VisibilityGroupView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.groups.list(query, after);
    return toPage(rows, query.limit, SORT, ({ id, name }) => ({ id, value: name }));
  }
}
