import { Injectable } from '@nestjs/common';
import { isVisibilityLevel } from '@auth-service/authorization';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { DefaultLevelRepository } from '../default-level.repository.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { DefaultLevelView } from '../visibility-group.view.js';

/** Says how widely new items of a type are seen. Items that exist keep their level (rule V2). */
@Injectable()
export class SetDefaultLevel {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly defaults: DefaultLevelRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `invalid_level`, `not_found` for an unknown group or type */
  @Transactional()
  async execute(groupId: string, type: string, level: number): Promise<DefaultLevelView> {
    if (!isVisibilityLevel(level))
      throw AppError.forField('invalid_level', 'level', 'level must be 1, 3, 5 or 7');
    await this.changes.serialize();
    assertThat(await this.groups.exists(groupId), 'not_found');
    assertThat(await this.defaults.isRegistered(type), 'not_found', {
      detail: 'There is no resource with this key in the catalogue.',
    });
    const before = await this.defaults.find(groupId, type);
    if (before !== level) {
      await this.defaults.put(groupId, type, level);
      await this.changes.note('group', [groupId]);
      await this.audit.execute({
        action: 'visibility_group.default_set',
        subjectType: 'visibility_group',
        subjectId: groupId,
        before: { type, level: before },
        after: { type, level },
      });
    }
    return { type, level };
  }
}
