import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { VisibilityGroupView } from '../visibility-group.view.js';

/** What may be changed of a visibility group, apart from its place. */
export interface VisibilityGroupChanges {
  readonly name?: string;
  readonly description?: string;
}

/** Changes how a visibility group is called and described. */
@Injectable()
export class UpdateVisibilityGroup {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch` */
  @Transactional()
  async execute(
    id: string,
    { name, description }: VisibilityGroupChanges,
    expectedVersion?: number,
  ): Promise<VisibilityGroupView> {
    await this.changes.serialize();
    const group = await this.groups.findForUpdate(id);
    assertThat(group !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === group.version, 'version_mismatch');
    const before = { name: group.name, description: group.description };
    const after = { name: name ?? before.name, description: description ?? before.description };
    await this.groups.save(Object.assign(group, after));
    await this.changes.note('group', [id]);
    await this.audit.execute({
      action: 'visibility_group.updated',
      subjectType: 'visibility_group',
      subjectId: id,
      before,
      after,
    });
    const view = await this.groups.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
