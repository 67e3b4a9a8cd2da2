import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GroupManagerRepository } from '../group-manager.repository.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';

/** Makes a user no longer a manager of a visibility group. */
@Injectable()
export class RemoveManager {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly managers: GroupManagerRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` */
  @Transactional()
  async execute(groupId: string, userId: string): Promise<void> {
    await this.changes.serialize();
    assertThat(await this.groups.exists(groupId), 'not_found');
    assertThat(await this.managers.delete(groupId, userId), 'not_found');
    await this.changes.note('group', [groupId]);
    await this.audit.execute({
      action: 'visibility_group.manager_removed',
      subjectType: 'visibility_group',
      subjectId: groupId,
      before: { managerId: userId },
      after: { managerId: null },
    });
  }
}
