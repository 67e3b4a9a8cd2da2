import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GroupMemberRepository } from '../group-member.repository.js';
import { OwnSight } from '../own-sight.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';

/** Takes a user out of a visibility group: from then on they are in the default one (rule V8). */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly members: GroupMemberRepository,
    private readonly ownSight: OwnSight,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `escalation_refused` for oneself */
  @Transactional()
  async execute(groupId: string, userId: string): Promise<void> {
    await this.changes.serialize();
    assertThat(await this.groups.exists(groupId), 'not_found');
    const [membership] = await this.members.listMemberships([userId]);
    assertThat(membership?.groupId === groupId, 'not_found');
    await this.ownSight.assertMayPlace([userId]);
    await this.members.delete(groupId, userId);
    await this.changes.note('user', [userId]);
    await this.audit.execute({
      action: 'visibility_group.member_removed',
      subjectType: 'user',
      subjectId: userId,
      concerns: [{ subjectType: 'visibility_group', subjectId: groupId }],
      before: { groupId },
      after: { groupId: null },
    });
  }
}
