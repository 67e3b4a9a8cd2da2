import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { AssignmentListQuery, TeamRoleView } from '../rbac.view.js';
import { RoleHoldingRepository } from '../role-holding.repository.js';

const SORT = 'name';

/** Lists the roles that a team carries, whatever their time, by name. */
@Injectable()
export class ListTeamRoles {
  constructor(private readonly holdings: RoleHoldingRepository) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(teamId: string, query: AssignmentListQuery): Promise<Page<TeamRoleView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    assertThat(await this.holdings.hasTeam(teamId), 'not_found', { detail: 'There is no such team.' });
    const rows = await this.holdings.listOfTeam(teamId, query, after);
    return toPage(rows, query.limit, SORT, ({ roleId, name }) => ({ id: roleId, value: name }));
  }
}
