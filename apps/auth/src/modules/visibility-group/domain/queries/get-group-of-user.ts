import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { GroupMemberRepository } from '../group-member.repository.js';
import type { UserGroupView } from '../visibility-group.view.js';

/** Reads which visibility group a user is in: there always is exactly one. */
@Injectable()
export class GetGroupOfUser {
  constructor(private readonly members: GroupMemberRepository) {}

  /** @throws AppError `not_found` */
  async execute(userId: string): Promise<UserGroupView> {
    const view = await this.members.findGroupOf(userId);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
