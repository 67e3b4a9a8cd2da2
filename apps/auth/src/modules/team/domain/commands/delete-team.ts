import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { TeamMemberRepository } from '../team-member.repository.js';
import { TeamRepository } from '../team.repository.js';

/** Deletes a team softly: what it carried ends at once, who was in it stays known. */
@Injectable()
export class DeleteTeam {
  constructor(
    private readonly teams: TeamRepository,
    private readonly members: TeamMemberRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch` */
  @Transactional()
  async execute(id: string, expectedVersion?: number): Promise<void> {
    await this.changes.serialize();
    const team = await this.teams.findForUpdate(id);
    assertThat(team !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === team.version, 'version_mismatch');
    const memberIds = await this.members.listIds(id);
    await this.teams.softDelete(id);
    await this.changes.note('team', [id]);
    await this.audit.execute({
      action: 'team.deleted',
      subjectType: 'team',
      subjectId: id,
      before: { name: team.name, description: team.description, memberIds },
    });
  }
}
