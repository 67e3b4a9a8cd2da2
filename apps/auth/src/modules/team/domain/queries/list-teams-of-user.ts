import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { GetUser } from '../../../user/index.js';
import { TeamMemberRepository } from '../team-member.repository.js';
import type { MembershipView, TeamListQuery } from '../team.view.js';

const SORT = 'name';

/** Lists the teams that somebody is in, by name. */
@Injectable()
export class ListTeamsOfUser {
  constructor(
    private readonly members: TeamMemberRepository,
    private readonly getUser: GetUser,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(userId: string, query: TeamListQuery): Promise<Page<MembershipView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    await this.getUser.execute(userId);
    const rows = await this.members.listOfUser(userId, query, after);
    return toPage(rows, query.limit, SORT, ({ teamId, name }) => ({ id: teamId, value: name }));
  }
}
