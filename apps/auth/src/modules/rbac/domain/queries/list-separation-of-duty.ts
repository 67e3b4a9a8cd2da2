import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { SeparationOfDutyListQuery, SeparationOfDutyView } from '../rbac.view.js';
import { SeparationOfDutyRepository } from '../separation-of-duty.repository.js';

const SORT = 'name';

/** Lists the rules of separation of duty by name. */
@Injectable()
export class ListSeparationOfDuty {
  constructor(private readonly sets: SeparationOfDutyRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: SeparationOfDutyListQuery): Promise<Page<SeparationOfDutyView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.sets.list(query, after);
    return toPage(rows, query.limit, SORT, ({ id, name }) => ({ id, value: name }));
  }

  /** @throws AppError `not_found` */
  async one(id: string): Promise<SeparationOfDutyView> {
    const view = await this.sets.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
