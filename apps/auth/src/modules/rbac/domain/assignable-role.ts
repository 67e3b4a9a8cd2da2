import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../core/access/index.js';
import { assertThat } from '../../../core/errors/index.js';
import { ExpandRole } from './queries/expand-role.js';
import type { Role } from './role.entity.js';
import { RoleRepository } from './role.repository.js';

/** What every command begins with that gives a role or takes it. */
@Injectable()
export class AssignableRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly expandRole: ExpandRole,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
  ) {}

  /**
   * Locks the role for one who may give all that it brings (rules E1 and E3).
   *
   * @param validUntil - when the gift ends; null or nothing: never
   * @throws AppError `not_found`, `escalation_refused`, `grant_outlives_own`
   */
  async lock(roleId: string, validUntil?: Date | null): Promise<Role> {
    const [role] = await this.lockAll([roleId], validUntil);
    assertThat(role !== undefined, 'not_found', { detail: 'There is no such role.' });
    return role;
  }

  /**
   * Locks those of the roles that exist, as {@link lock} does.
   *
   * @throws AppError `escalation_refused`, `grant_outlives_own` when any of them brings too much
   */
  async lockAll(roleIds: readonly string[], validUntil?: Date | null): Promise<Role[]> {
    await this.changes.serialize();
    const roles = await this.roles.findAllForUpdate(roleIds);
    const brought = await this.expandRole.execute(roles.map(({ id }) => id));
    await this.access.assertMayBestow(brought, 'rbac:bind', validUntil);
    return roles;
  }

  /** Locks those of the roles that exist, as {@link lockToTake} does. */
  lockAllToTake(roleIds: readonly string[]): Promise<Role[]> {
    return this.lockAll(roleIds, new Date());
  }

  /**
   * Locks the role for one who may take it: they hold all that it brings, however long.
   *
   * @throws AppError `not_found`, `escalation_refused`
   */
  lockToTake(roleId: string): Promise<Role> {
    return this.lock(roleId, new Date());
  }
}
