import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { NoteMissingManager } from '../note-missing-manager.js';
import { TeamMemberRepository } from '../team-member.repository.js';
import { TeamRepository } from '../team.repository.js';
import { AddTeamMembers } from './add-team-members.js';

/** Makes somebody a manager of a team, who says who is in it; or no longer one. */
@Injectable()
export class SetTeamManager {
  constructor(
    private readonly teams: TeamRepository,
    private readonly members: TeamMemberRepository,
    private readonly addMembers: AddTeamMembers,
    private readonly noteMissingManager: NoteMissingManager,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param isManager - true brings into the team too who is not in it; false leaves in it who is
   * @throws AppError `not_found`, `escalation_refused`, `grant_outlives_own`, `separation_of_duty`
   */
  @Transactional()
  async execute(teamId: string, userId: string, isManager: boolean): Promise<void> {
    await this.changes.serialize();
    assertThat(await this.teams.exists(teamId), 'not_found');
    if (isManager) await this.addMembers.executeForOne(teamId, userId);
    const member = await this.members.find(teamId, userId);
    assertThat(member !== null && (isManager || member.isManager), 'not_found', {
      detail: 'This user is not a manager of the team.',
    });
    if (member.isManager === isManager) return;
    await this.members.setManager(teamId, userId, isManager);
    await this.changes.note('team', [teamId]);
    await this.audit.execute({
      action: isManager ? 'team.manager_added' : 'team.manager_removed',
      subjectType: 'team',
      subjectId: teamId,
      before: { userId, isManager: !isManager },
      after: { userId, isManager },
    });
    if (!isManager) await this.noteMissingManager.execute(teamId, [userId]);
  }
}
