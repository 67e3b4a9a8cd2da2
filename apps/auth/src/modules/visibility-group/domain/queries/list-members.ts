import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { GroupMemberRepository } from '../group-member.repository.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { GroupMemberView, GroupListQuery } from '../visibility-group.view.js';

const SORT = 'email';

/** Lists those whose row names a visibility group, by e-mail address. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly members: GroupMemberRepository,
  ) {}

  /** @throws AppError `not_found`, `invalid_cursor` */
  async execute(groupId: string, query: GroupListQuery): Promise<Page<GroupMemberView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    assertThat(await this.groups.exists(groupId), 'not_found');
    const rows = await this.members.list(groupId, query, after);
    return toPage(rows, query.limit, SORT, ({ userId, email }) => ({ id: userId, value: email }));
  }
}
