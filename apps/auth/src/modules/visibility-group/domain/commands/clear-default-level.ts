import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { DefaultLevelRepository } from '../default-level.repository.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';

/** Lets a visibility group say nothing of new items of a type, so that the groups above it count. */
@Injectable()
export class ClearDefaultLevel {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly defaults: DefaultLevelRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` */
  @Transactional()
  async execute(groupId: string, type: string): Promise<void> {
    await this.changes.serialize();
    assertThat(await this.groups.exists(groupId), 'not_found');
    const level = await this.defaults.find(groupId, type);
    assertThat(level !== null, 'not_found');
    await this.defaults.delete(groupId, type);
    await this.changes.note('group', [groupId]);
    await this.audit.execute({
      action: 'visibility_group.default_cleared',
      subjectType: 'visibility_group',
      subjectId: groupId,
      before: { type, level },
      after: { type, level: null },
    });
  }
}
