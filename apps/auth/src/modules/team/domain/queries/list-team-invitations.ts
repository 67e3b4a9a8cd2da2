import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { TeamAuthority } from '../team-authority.js';
import { TeamInvitationRepository } from '../team-invitation.repository.js';
import type { TeamInvitationView, InvitationListQuery } from '../team.view.js';

const SORT = '-id';

/** Lists the invitations into a team, the newest first. */
@Injectable()
export class ListTeamInvitations {
  constructor(
    private readonly authority: TeamAuthority,
    private readonly invitations: TeamInvitationRepository,
  ) {}

  /** @throws AppError `not_found`, `forbidden`, `invalid_cursor` */
  async execute(teamId: string, query: InvitationListQuery): Promise<Page<TeamInvitationView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    await this.authority.assertMayManage(teamId);
    const rows = await this.invitations.list(teamId, query, after);
    return toPage(rows, query.limit, SORT, ({ id }) => ({ id, value: null }));
  }
}
