import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { TeamRepository } from '../team.repository.js';
import type { TeamSearchQuery, TeamView } from '../team.view.js';

const SORT = 'name';

/** Lists teams by name. */
@Injectable()
export class ListTeams {
  constructor(private readonly teams: TeamRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: TeamSearchQuery): Promise<Page<TeamView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.teams.list(query, after);
    return toPage(rows, query.limit, SORT, ({ id, name }) => ({ id, value: name }));
  }
}
