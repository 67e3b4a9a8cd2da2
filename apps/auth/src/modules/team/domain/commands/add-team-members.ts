import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, refusedRow, type RowResult } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { FilterUsers } from '../../../user/index.js';
import { TeamAuthority } from '../team-authority.js';
import { TeamMemberRepository } from '../team-member.repository.js';

/** Brings many users into a team. What is refused for one of them leaves the others. */
@Injectable()
export class AddTeamMembers {
  constructor(
    private readonly authority: TeamAuthority,
    private readonly members: TeamMemberRepository,
    private readonly filterUsers: FilterUsers,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns for each user, in the order given, whether they are in the team now
   * @throws AppError `not_found` for the team, `forbidden`, `escalation_refused`, `grant_outlives_own`
   */
  @Transactional()
  async execute(teamId: string, userIds: readonly string[]): Promise<RowResult[]> {
    await this.changes.serialize();
    await this.authority.assertMayManage(teamId);
    await this.access.assertMayBringInto(teamId);
    const existing = await this.filterUsers.execute(userIds);
    const joined = await this.members.insert(teamId, [...existing]);
    await this.changes.note('user', joined);
    const offenders = new Set(await this.access.findDutyOffenders(joined));
    await this.members.delete(teamId, [...offenders]);
    await this.record(
      teamId,
      joined.filter((userId) => !offenders.has(userId)),
    );
    return userIds.map((userId) => {
      if (!existing.has(userId)) return refusedRow(userId, new AppError('not_found'));
      return offenders.has(userId)
        ? refusedRow(userId, new AppError('separation_of_duty'))
        : { userId, done: true };
    });
  }

  /** As {@link execute} for one, and what is refused is thrown. */
  @Transactional()
  async executeForOne(teamId: string, userId: string): Promise<void> {
    const [result] = await this.execute(teamId, [userId]);
    if (result?.error === undefined) return;
    const { code, detail } = result.error;
    throw new AppError(code, { detail });
  }

  private async record(teamId: string, userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    await this.audit.execute({
      action: 'team.members_added',
      subjectType: 'team',
      subjectId: teamId,
      before: { userIds: [] },
      after: { userIds },
    });
  }
}
