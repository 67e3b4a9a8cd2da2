import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { refuseSameName } from '../same-name.js';
import { TeamMemberRepository } from '../team-member.repository.js';
import { TeamRepository } from '../team.repository.js';

/** Brings a deleted team back with its people and what it carried. It puts them all into it, so it needs what that needs. */
@Injectable()
export class RestoreTeam {
  constructor(
    private readonly teams: TeamRepository,
    private readonly members: TeamMemberRepository,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` for a team that is not deleted, `forbidden`, `already_exists`, `escalation_refused`, `grant_outlives_own`, `separation_of_duty` */
  @Transactional()
  async execute(id: string): Promise<void> {
    await this.changes.serialize();
    const mayAssign = await this.access.actorHolds('team:assign');
    assertThat(mayAssign, 'forbidden', { detail: 'This change needs team:assign.' });
    await refuseSameName(async () => {
      assertThat(await this.teams.restore(id), 'not_found');
    });
    await this.changes.note('team', [id]);
    // Who was read while the team was deleted is remembered as being in none.
    await this.changes.note('user', await this.members.listIds(id));
    await this.access.assertMayBringInto(id);
    await this.access.assertDutiesSeparated();
    const view = await this.teams.findView(id);
    assertThat(view !== null, 'not_found');
    const { name, description } = view;
    await this.audit.execute({
      action: 'team.restored',
      subjectType: 'team',
      subjectId: id,
      after: { name, description },
    });
  }
}
