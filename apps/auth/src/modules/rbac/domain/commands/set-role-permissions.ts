import { Injectable } from '@nestjs/common';
import { isWildcard, type PermissionName, PermissionSet } from '@auth-service/authorization';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import { ExpandRole } from '../queries/expand-role.js';
import type { RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';

/** Makes a role hold exactly the given permissions and wildcards. */
@Injectable()
export class SetRolePermissions {
  constructor(
    private readonly roles: RoleRepository,
    private readonly catalogue: CatalogueRepository,
    private readonly expandRole: ExpandRole,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * Those that it holds already are no change.
   *
   * @throws AppError `not_found`, `version_mismatch`, `system_role`, `invalid_request`, `escalation_refused`
   */
  @Transactional()
  async execute(id: string, names: readonly PermissionName[], expectedVersion?: number): Promise<RoleView> {
    await this.changes.serialize();
    const role = await this.roles.findForUpdate(id);
    assertThat(role !== null, 'not_found');
    assertThat(!role.isSystem, 'system_role');
    assertThat(expectedVersion === undefined || expectedVersion === role.version, 'version_mismatch');
    const before = await this.roles.findView(id);
    assertThat(before !== null, 'not_found');
    const wildcards = names.filter(isWildcard);
    const ids = await this.idsOf(names.filter((name) => !isWildcard(name)));
    await this.assertMayGrant(names, wildcards, before.parentIds);
    if (isSame(names, before.permissions)) return before;
    await this.roles.replaceGrants(id, ids, wildcards);
    role.updatedAt = new Date();
    await this.roles.save(role);
    await this.changes.note('role', [id]);
    const after = await this.roles.findView(id);
    assertThat(after !== null, 'not_found');
    await this.audit.execute({
      action: 'role.permissions_set',
      subjectType: 'role',
      subjectId: id,
      before: before.permissions,
      after: after.permissions,
    });
    return after;
  }

  private async idsOf(names: readonly PermissionName[]): Promise<string[]> {
    const ids = await this.catalogue.idsOf(names);
    const unknown = names.filter((name) => !ids.has(name));
    if (unknown.length > 0) {
      throw AppError.forField('invalid_request', 'permissions', `not registered: ${unknown.join(', ')}`);
    }
    return [...ids.values()];
  }

  /** Rule E2, for the whole resulting closure; a wildcard takes future permissions along, so it needs the right to go beyond one's own. */
  private async assertMayGrant(
    names: readonly PermissionName[],
    wildcards: readonly PermissionName[],
    parentIds: readonly string[],
  ): Promise<void> {
    const own = PermissionSet.expand(names, wildcards.length > 0 ? await this.catalogue.allNames() : []);
    const resulting = own.union(await this.expandRole.execute(parentIds));
    const escalate = new PermissionSet(wildcards.length > 0 ? ['rbac:escalate'] : []);
    await this.access.assertMayBestow(resulting.union(escalate), 'rbac:escalate');
  }
}

const isSame = (names: readonly PermissionName[], held: readonly PermissionName[]): boolean =>
  new Set(names).size === held.length && names.every((name) => held.includes(name));
