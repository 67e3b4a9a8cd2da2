import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { type AuditAction, RecordAuditEvent } from '../../../audit/index.js';
import { NoteMissingManager } from '../note-missing-manager.js';
import { TeamAuthority } from '../team-authority.js';
import { TeamMemberRepository } from '../team-member.repository.js';

/** Takes somebody out of a team, with all that it brought them. */
@Injectable()
export class RemoveTeamMember {
  constructor(
    private readonly authority: TeamAuthority,
    private readonly members: TeamMemberRepository,
    private readonly noteMissingManager: NoteMissingManager,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `forbidden` */
  @Transactional()
  async execute(teamId: string, userId: string): Promise<void> {
    await this.changes.serialize();
    await this.authority.assertMayManage(teamId);
    await this.remove(teamId, userId, 'team.member_removed');
  }

  /**
   * Lets somebody go of their own will.
   *
   * @throws AppError `not_found`
   */
  @Transactional()
  async leave(teamId: string, userId: string): Promise<void> {
    await this.changes.serialize();
    await this.authority.assertMayRead(teamId);
    await this.remove(teamId, userId, 'team.member_left');
  }

  private async remove(teamId: string, userId: string, action: AuditAction): Promise<void> {
    const [before] = await this.members.delete(teamId, [userId]);
    assertThat(before !== undefined, 'not_found', { detail: 'This user is not in the team.' });
    await this.changes.note('user', [userId]);
    await this.audit.execute({ action, subjectType: 'team', subjectId: teamId, before });
    if (before.isManager) await this.noteMissingManager.execute(teamId, [userId]);
  }
}
