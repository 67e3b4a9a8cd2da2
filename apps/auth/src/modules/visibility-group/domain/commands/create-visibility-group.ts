import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GroupHierarchy } from '../group-hierarchy.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { VisibilityGroupView } from '../visibility-group.view.js';

/** What may be said of a new visibility group. */
export interface NewVisibilityGroup {
  readonly name: string;
  readonly description?: string;
  /** The group above; at the top when nothing is said. */
  readonly parentId?: string;
}

/** Makes a visibility group. */
@Injectable()
export class CreateVisibilityGroup {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` for an unknown parent, `hierarchy_too_deep` */
  @Transactional()
  async execute({ name, description = '', parentId }: NewVisibilityGroup): Promise<VisibilityGroupView> {
    await this.changes.serialize();
    if (parentId !== undefined) await this.assertMayHold(parentId);
    const group = { id: newId(), name, description, parentId: parentId ?? null };
    await this.groups.insert(group);
    const view = await this.groups.findView(group.id);
    assertThat(view !== null, 'not_found');
    await this.changes.note('group', [group.id]);
    await this.audit.execute({
      action: 'visibility_group.created',
      subjectType: 'visibility_group',
      subjectId: group.id,
      after: { number: view.number, name, description, parentId: group.parentId },
    });
    return view;
  }

  private async assertMayHold(parentId: string): Promise<void> {
    const hierarchy = new GroupHierarchy(await this.groups.listPlaced());
    hierarchy.get(parentId, 'parentId');
    hierarchy.assertMayHold(parentId);
  }
}
