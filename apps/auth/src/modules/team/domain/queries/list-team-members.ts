import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { TeamAuthority } from '../team-authority.js';
import { TeamMemberRepository } from '../team-member.repository.js';
import type { TeamListQuery, TeamMemberView } from '../team.view.js';

const SORT = 'email';

/** Lists who is in a team, by e-mail address. */
@Injectable()
export class ListTeamMembers {
  constructor(
    private readonly authority: TeamAuthority,
    private readonly members: TeamMemberRepository,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(teamId: string, query: TeamListQuery, managersOnly = false): Promise<Page<TeamMemberView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    await this.authority.assertMayRead(teamId);
    const rows = await this.members.list(teamId, { ...query, managersOnly }, after);
    return toPage(rows, query.limit, SORT, ({ userId, email }) => ({ id: userId, value: email }));
  }
}
