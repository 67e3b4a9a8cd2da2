import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { DefaultLevelRepository } from '../default-level.repository.js';
import { GroupHierarchy } from '../group-hierarchy.js';
import { GroupManagerRepository } from '../group-manager.repository.js';
import { GroupMemberRepository } from '../group-member.repository.js';
import { OwnSight } from '../own-sight.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';

/** Where what hangs on a deleted group goes. */
export interface GroupSuccessors {
  /** The group of its members from then on. */
  readonly transferTo?: string;
  /** The group above its children from then on. */
  readonly reparentTo?: string;
}

/** Deletes a visibility group softly (rule V9): its number stays taken, since items elsewhere keep it. */
@Injectable()
export class DeleteVisibilityGroup {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly members: GroupMemberRepository,
    private readonly managers: GroupManagerRepository,
    private readonly defaults: DefaultLevelRepository,
    private readonly ownSight: OwnSight,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `default_group`, `still_in_use`, `invalid_request`, `hierarchy_cycle`, `hierarchy_too_deep`, `escalation_refused` */
  @Transactional()
  async execute(id: string, successors: GroupSuccessors = {}, expectedVersion?: number): Promise<void> {
    await this.changes.serialize();
    const group = await this.groups.findForUpdate(id);
    assertThat(group !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === group.version, 'version_mismatch');
    assertThat(!group.isDefault, 'default_group');
    const hierarchy = new GroupHierarchy(await this.groups.listPlaced());
    assertSuccessors(hierarchy, id, successors);
    const memberIds = await this.transfer(id, successors.transferTo);
    const childIds = await this.reparent(hierarchy, id, successors.reparentTo);
    const managers = await this.managers.deleteAll(id);
    const defaults = await this.defaults.deleteAll(id);
    await this.groups.softDelete(id);
    await this.changes.note('group', [id, ...childIds]);
    const { number, name, description, parentId } = group;
    await this.audit.execute({
      action: 'visibility_group.deleted',
      subjectType: 'visibility_group',
      subjectId: id,
      before: { number, name, description, parentId, memberIds, childIds, managers, defaults },
      after: successors,
    });
  }

  /** @returns the ids of those who were moved */
  private async transfer(id: string, transferTo: string | undefined): Promise<readonly string[]> {
    const memberIds = await this.members.listMemberIds(id);
    assertThat(memberIds.length === 0 || transferTo !== undefined, 'still_in_use', {
      detail: 'It has members: send transferTo with the id of the group that takes them.',
    });
    await this.ownSight.assertMayAssign(memberIds);
    // Without anybody left in it, rows of deleted users alone can remain.
    if (transferTo === undefined) await this.members.deleteAll(id);
    else await this.members.moveAll(id, transferTo);
    await this.changes.note('user', memberIds);
    return memberIds;
  }

  /** @returns the ids of the groups that hang elsewhere now */
  private async reparent(
    hierarchy: GroupHierarchy,
    id: string,
    reparentTo: string | undefined,
  ): Promise<readonly string[]> {
    const childIds = hierarchy.childrenOf(id).map((child) => child.id);
    if (childIds.length === 0) return childIds;
    assertThat(reparentTo !== undefined, 'still_in_use', {
      detail: 'There are groups below it: send reparentTo with the id of the group that takes them.',
    });
    const moves = childIds.map((child) => ({ id: child, parentId: reparentTo }));
    for (const move of moves) hierarchy.assertMayHang(move);
    await this.ownSight.assertGainsNothing(hierarchy, moves);
    await this.groups.moveChildren(id, reparentTo);
    return childIds;
  }
}

function assertSuccessors(hierarchy: GroupHierarchy, id: string, successors: GroupSuccessors): void {
  for (const field of ['transferTo', 'reparentTo'] as const) {
    const successor = successors[field];
    if (successor === undefined) continue;
    hierarchy.get(successor, field);
    if (successor === id)
      throw AppError.forField(
        'invalid_request',
        field,
        `${field} must be another group than the deleted one`,
      );
  }
}
