import { Injectable } from '@nestjs/common';
import { depthOf, findCycle, MAX_HIERARCHY_DEPTH, type ParentsOf } from '@auth-service/authorization';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ExpandRole } from '../queries/expand-role.js';
import type { RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';

/** Makes a role inherit from exactly the given ones: it brings all that they bring. */
@Injectable()
export class SetRoleParents {
  constructor(
    private readonly roles: RoleRepository,
    private readonly expandRole: ExpandRole,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `system_role`, `hierarchy_cycle`, `hierarchy_too_deep`, `escalation_refused`, `grant_outlives_own`, `separation_of_duty` */
  @Transactional()
  async execute(id: string, parentIds: readonly string[], expectedVersion?: number): Promise<RoleView> {
    await this.changes.serialize();
    const role = await this.roles.findForUpdate(id);
    assertThat(role !== null, 'not_found');
    assertThat(!role.isSystem, 'system_role');
    assertThat(expectedVersion === undefined || expectedVersion === role.version, 'version_mismatch');
    const before = await this.roles.findView(id);
    await this.assertHierarchy(id, parentIds);
    await this.access.assertMayBestow(await this.expandRole.execute([id, ...parentIds]), 'rbac:escalate');
    await this.roles.replaceParents(id, parentIds);
    role.updatedAt = new Date();
    await this.roles.save(role);
    await this.changes.note('role', [id]);
    await this.access.assertDutiesSeparated();
    const after = await this.roles.findView(id);
    assertThat(before !== null && after !== null, 'not_found');
    await this.audit.execute({
      action: 'role.parents_set',
      subjectType: 'role',
      subjectId: id,
      before: before.parentIds,
      after: after.parentIds,
    });
    return after;
  }

  private async assertHierarchy(id: string, parentIds: readonly string[]): Promise<void> {
    const inheriting = await this.roles.listParents();
    const names = await this.roles.namesOf([id, ...parentIds, ...inheriting.map((role) => role.id)]);
    const unknown = parentIds.filter((parentId) => !names.has(parentId));
    if (unknown.length > 0)
      throw AppError.forField('not_found', 'parentIds', `There is no role ${unknown.join(', ')}.`);
    const parents = new Map(inheriting.map((role) => [role.id, role.parentIds]));
    parents.set(id, parentIds);
    const parentsOf: ParentsOf = (roleId) => parents.get(roleId) ?? [];
    const cycle = findCycle(id, parentsOf);
    assertThat(cycle === null, 'hierarchy_cycle', {
      detail: `It would inherit from itself: ${cycle?.map((roleId) => names.get(roleId)).join(' → ')}.`,
    });
    const deepest = Math.max(...[...parents.keys()].map((roleId) => depthOf(roleId, parentsOf)));
    assertThat(deepest <= MAX_HIERARCHY_DEPTH, 'hierarchy_too_deep', {
      detail: `A chain of roles has at most ${MAX_HIERARCHY_DEPTH} of them; this would make ${deepest}.`,
    });
  }
}
