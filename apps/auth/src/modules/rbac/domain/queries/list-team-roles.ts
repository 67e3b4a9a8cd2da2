import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { NamedListQuery, TeamRoleView } from '../rbac.view.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

const SORT = 'name';

/** Lists the roles that a team carries, whatever their time, by name. */
@Injectable()
export class ListTeamRoles {
  constructor(private readonly assignments: RoleAssignmentRepository) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(teamId: string, query: NamedListQuery): Promise<Page<TeamRoleView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    assertThat(await this.assignments.hasTeam(teamId), 'not_found', { detail: 'There is no such team.' });
    const rows = await this.assignments.listOfTeam(teamId, query, after);
    return toPage(rows, query.limit, SORT, ({ roleId, name }) => ({ id: roleId, value: name }));
  }
}
