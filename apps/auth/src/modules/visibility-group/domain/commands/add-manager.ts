import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GroupManagerRepository } from '../group-manager.repository.js';
import { GroupMemberRepository } from '../group-member.repository.js';
import { OwnSight } from '../own-sight.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';

/** Makes a user a manager of a visibility group: they see its items and those of all groups below. */
@Injectable()
export class AddManager {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly members: GroupMemberRepository,
    private readonly managers: GroupManagerRepository,
    private readonly ownSight: OwnSight,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `escalation_refused` for oneself */
  @Transactional()
  async execute(groupId: string, userId: string): Promise<void> {
    await this.changes.serialize();
    assertThat(await this.groups.exists(groupId), 'not_found');
    assertThat((await this.members.listMemberships([userId])).length === 1, 'not_found');
    await this.ownSight.assertMayPlace([userId]);
    if (!(await this.managers.insert(groupId, userId))) return;
    await this.changes.note('group', [groupId]);
    await this.audit.execute({
      action: 'visibility_group.manager_added',
      subjectType: 'visibility_group',
      subjectId: groupId,
      before: { managerId: null },
      after: { managerId: userId },
    });
  }
}
