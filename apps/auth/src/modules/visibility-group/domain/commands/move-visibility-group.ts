import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GroupHierarchy } from '../group-hierarchy.js';
import { OwnSight } from '../own-sight.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { VisibilityGroupView } from '../visibility-group.view.js';

/** Hangs a visibility group, with all that is below it, under another one or at the top. */
@Injectable()
export class MoveVisibilityGroup {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly ownSight: OwnSight,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `hierarchy_cycle`, `hierarchy_too_deep`, `escalation_refused` */
  @Transactional()
  async execute(id: string, parentId: string | null, expectedVersion?: number): Promise<VisibilityGroupView> {
    // Two moves that are right alone may make a cycle together, so one waits for the other before it looks.
    await this.changes.serialize();
    const group = await this.groups.findForUpdate(id);
    assertThat(group !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === group.version, 'version_mismatch');
    if (group.parentId !== parentId) {
      await this.assertAllowed(id, parentId);
      const before = { parentId: group.parentId };
      await this.groups.save(Object.assign(group, { parentId }));
      await this.changes.note('group', [id]);
      await this.audit.execute({
        action: 'visibility_group.moved',
        subjectType: 'visibility_group',
        subjectId: id,
        before,
        after: { parentId },
      });
    }
    const view = await this.groups.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }

  private async assertAllowed(id: string, parentId: string | null): Promise<void> {
    const hierarchy = new GroupHierarchy(await this.groups.listPlaced());
    if (parentId !== null) hierarchy.get(parentId, 'parentId');
    hierarchy.assertMayHang({ id, parentId });
    await this.ownSight.assertGainsNothing(hierarchy, [{ id, parentId }]);
  }
}
