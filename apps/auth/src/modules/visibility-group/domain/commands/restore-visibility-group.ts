import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';

/**
 * Brings a deleted visibility group back under its number, empty and at the top, where nobody sees what counts in it:
 * its place and its people are given by the commands that give them.
 */
@Injectable()
export class RestoreVisibilityGroup {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` for a group that is not deleted */
  @Transactional()
  async execute(id: string): Promise<void> {
    await this.changes.serialize();
    assertThat(await this.groups.restoreAtTop(id), 'not_found');
    await this.changes.note('group', [id]);
    const view = await this.groups.findView(id);
    assertThat(view !== null, 'not_found');
    const { number, name, description } = view;
    await this.audit.execute({
      action: 'visibility_group.restored',
      subjectType: 'visibility_group',
      subjectId: id,
      after: { number, name, description },
    });
  }
}
