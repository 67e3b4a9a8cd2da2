import { Injectable } from '@nestjs/common';
import { isPermissionPattern } from '@auth-service/authorization';
import { z } from 'zod';
import { Transactional } from '../../../core/database/index.js';
import {
  CreateRole,
  DescribeRole,
  ExpandRole,
  GetRole,
  ListPermissions,
  ListRoleHolders,
  ListRoles,
  SetRoleParents,
} from '../../../modules/rbac/index.js';
import { describedIn } from '../../../words/index.js';
import { assertMay, may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { allItems } from '../../resources/all-items.js';
import { handler } from '../panel-handler.js';
import type { PanelPage, PanelPageOptions } from '../panel-page.types.js';
import { AccessChanges } from './access-changes.js';
import { ChangeHistory } from './change-history.js';
import { PeopleFinder } from './people-finder.js';

const HOLDERS = 50;
const id = z.uuid();

/** A role: what it holds and inherits, and who has it. */
@Injectable()
export class RolePage implements PanelPage {
  constructor(
    private readonly changes: AccessChanges,
    private readonly history: ChangeHistory,
    private readonly people: PeopleFinder,
    private readonly getRole: GetRole,
    private readonly describeRole: DescribeRole,
    private readonly listRoles: ListRoles,
    private readonly expandRole: ExpandRole,
    private readonly listPermissions: ListPermissions,
    private readonly listHolders: ListRoleHolders,
    private readonly createRole: CreateRole,
    private readonly setParents: SetRoleParents,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'role',
      icon: 'Shield',
      permission: 'role:read',
      readings: {
        read: handler({ input: { id }, run: (asked, admin) => this.read(asked.id, admin) }),
        holders: handler({
          permission: 'user:read',
          input: { id, cursor: z.string().max(1000).optional() },
          run: ({ id: roleId, cursor }) =>
            this.listHolders.execute(roleId, { limit: HOLDERS, ...(cursor !== undefined && { cursor }) }),
        }),
        compare: handler({
          input: { id, other: z.uuid() },
          run: ({ id: roleId, other }) => this.compare([roleId, other]),
        }),
        people: this.people.reading(),
        history: this.history.reading('role'),
      },
      actions: {
        clone: handler({
          permission: 'role:create',
          input: { id, name: z.string().trim().min(1, 'faults.required').max(100) },
          run: ({ id: roleId, name }, admin) => this.clone(roleId, name, admin),
        }),
        ...this.history.actions(),
        ...this.changes.actions(
          'set_role_permissions',
          'set_role_parents',
          'set_role_second_factor',
          'update_role',
          'delete_role',
          'assign_role',
          'revoke_role',
        ),
      },
    };
  }

  private async read(roleId: string, admin: PanelAdmin) {
    const role = await this.describeRole.execute(roleId);
    const [inherited, roles, permissions] = await Promise.all([
      this.expandRole.execute(role.parentIds),
      allItems((query) => this.listRoles.execute(query)),
      may(admin, 'permission:read') ? allItems((query) => this.listPermissions.execute(query)) : [],
    ]);
    const { language } = admin;
    return {
      role: { ...role, description: describedIn(language, 'roles', role.name, role.description) },
      inherited: inherited.toSortedArray(),
      roles: roles.map(({ id: other, name, parentIds }) => ({ id: other, name, parentIds })),
      catalogue: permissions.map(({ name, resource, action, description, deprecatedAt }) => ({
        name,
        resource,
        action,
        description: describedIn(language, 'permissions', name, description),
        isDeprecated: deprecatedAt !== null,
      })),
      may: {
        change: may(admin, 'role:update') && !role.isSystem,
        remove: may(admin, 'role:delete') && !role.isSystem,
        assign: may(admin, 'role:assign') && may(admin, 'user:read'),
        clone: may(admin, 'role:create'),
        seeHolders: may(admin, 'user:read'),
        seeCatalogue: may(admin, 'permission:read'),
        seeHistory: may(admin, 'audit:read'),
      },
    };
  }

  private async compare(roleIds: readonly string[]) {
    const sides = await Promise.all(
      roleIds.map(async (roleId) => {
        const [{ name }, permissions] = await Promise.all([
          this.getRole.execute(roleId),
          this.expandRole.execute([roleId]),
        ]);
        return { id: roleId, name, permissions: permissions.toSortedArray() };
      }),
    );
    return { sides };
  }

  /** Another role with the same permissions and parents, which nobody has yet. */
  @Transactional()
  protected async clone(roleId: string, name: string, admin: PanelAdmin): Promise<{ id: string }> {
    const { name: original, description, permissions, parentIds } = await this.getRole.execute(roleId);
    if (parentIds.length > 0) assertMay({ currentAdmin: admin }, 'role:update');
    const role = await this.createRole.execute({
      name,
      description: describedIn(admin.language, 'roles', original, description),
      permissions: permissions.filter(isPermissionPattern),
    });
    if (parentIds.length > 0) await this.setParents.execute(role.id, parentIds);
    return { id: role.id };
  }
}
