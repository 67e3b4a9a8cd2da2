import { Injectable } from '@nestjs/common';
import { GetUser } from '../../../user/index.js';
import { TeamMemberRepository } from '../team-member.repository.js';
import type { MembershipView } from '../team.view.js';

/** Lists the teams that somebody is in, by name. */
@Injectable()
export class ListTeamsOfUser {
  constructor(
    private readonly members: TeamMemberRepository,
    private readonly getUser: GetUser,
  ) {}

  /** @throws AppError `not_found` */
  async execute(userId: string): Promise<readonly MembershipView[]> {
    await this.getUser.execute(userId);
    return this.members.listOfUser(userId);
  }
}
