import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, refusedRow, type RowResult } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { NoteMissingManager } from '../note-missing-manager.js';
import { TeamAuthority } from '../team-authority.js';
import { type FormerMember, TeamMemberRepository } from '../team-member.repository.js';

/** Takes many users out of a team at once, with all that it brought them. */
@Injectable()
export class RemoveTeamMembers {
  constructor(
    private readonly authority: TeamAuthority,
    private readonly members: TeamMemberRepository,
    private readonly noteMissingManager: NoteMissingManager,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns for each user, in the order given, whether they were taken out of the team
   * @throws AppError `not_found` for the team, `forbidden`
   */
  @Transactional()
  async execute(teamId: string, userIds: readonly string[]): Promise<RowResult[]> {
    await this.changes.serialize();
    await this.authority.assertMayManage(teamId);
    const gone = await this.members.delete(teamId, userIds);
    if (gone.length > 0) await this.finish(teamId, gone);
    const removed = new Set(gone.map(({ userId }) => userId));
    return userIds.map((userId) =>
      removed.has(userId)
        ? { userId, done: true }
        : refusedRow(userId, new AppError('not_found', { detail: 'This user is not in the team.' })),
    );
  }

  private async finish(teamId: string, members: readonly FormerMember[]): Promise<void> {
    await this.changes.note(
      'user',
      members.map(({ userId }) => userId),
    );
    await this.audit.execute({
      action: 'team.members_removed',
      subjectType: 'team',
      subjectId: teamId,
      before: { members },
    });
    const managerIds = members.filter(({ isManager }) => isManager).map(({ userId }) => userId);
    if (managerIds.length > 0) await this.noteMissingManager.execute(teamId, managerIds);
  }
}
