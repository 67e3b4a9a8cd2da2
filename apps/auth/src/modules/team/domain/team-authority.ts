import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../core/access/index.js';
import { RequestContext } from '../../../core/context/index.js';
import { assertThat } from '../../../core/errors/index.js';
import { TeamMemberRepository } from './team-member.repository.js';
import { TeamRepository } from './team.repository.js';

/** Who may look at a team, and who may say who is in it: holders of the permissions, and the team's own people. */
@Injectable()
export class TeamAuthority {
  constructor(
    private readonly teams: TeamRepository,
    private readonly members: TeamMemberRepository,
    private readonly access: AccessPolicy,
    private readonly context: RequestContext,
  ) {}

  /** @throws AppError `not_found` also for a team of others: whoever may not look is not told that there is one */
  async assertMayRead(teamId: string): Promise<void> {
    assertThat(await this.teams.exists(teamId), 'not_found');
    if (await this.access.actorHolds('team:read')) return;
    assertThat((await this.membershipOfActor(teamId)) !== null, 'not_found');
  }

  /** @throws AppError `not_found`, `forbidden` for who is in the team and does not manage it */
  async assertMayManage(teamId: string): Promise<void> {
    assertThat(await this.teams.exists(teamId), 'not_found');
    if (await this.access.actorHolds('team:assign')) return;
    const own = await this.membershipOfActor(teamId);
    assertThat(own !== null, 'not_found');
    assertThat(own.isManager, 'forbidden', { detail: 'Only its managers say who is in a team.' });
  }

  private membershipOfActor(teamId: string) {
    return this.members.find(teamId, this.context.actor?.userId ?? '');
  }
}
