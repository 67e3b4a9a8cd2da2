import { Injectable } from '@nestjs/common';
import { RecordAuditEvent } from '../../audit/index.js';
import { TeamMemberRepository } from './team-member.repository.js';

/** Leaves a trace when a team loses its last manager: somebody has to look after it. */
@Injectable()
export class NoteMissingManager {
  constructor(
    private readonly members: TeamMemberRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @param managerIds - those who managed the team until now */
  async execute(teamId: string, managerIds: readonly string[]): Promise<void> {
    if (await this.members.hasManager(teamId)) return;
    await this.audit.execute({
      action: 'team.left_without_manager',
      subjectType: 'team',
      subjectId: teamId,
      before: { managerIds },
      after: { managerIds: [] },
    });
  }
}
